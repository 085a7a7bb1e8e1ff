// @vitest-environment node
import { ESLint, Linter } from 'eslint';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';

/** Compressed bytes. */
const MOST_IN_WORKER = 80_000;
const MOST_IN_CLIENT = 1_500;

const ZONES = 'import-x/no-restricted-paths';

const eslint = new ESLint();

/** What the rule about imports says of this line in this file. */
async function complaints(file: string, line: string): Promise<string[]> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as Linter.Config;
  const rule = { 'no-restricted-imports': rules?.['no-restricted-imports'] ?? 'off' };
  return new Linter()
    .verify(line, { rules: rule, languageOptions: { sourceType: 'module' } })
    .map(({ message }) => message);
}

describe('the library of MLS', () => {
  const lines = ["import 'ts-mls'", "import 'ts-mls/message.js'", "import '@hpke/core'"];

  test('is refused everywhere but in the crypto worker', { timeout: 60_000 }, async () => {
    for (const line of lines) {
      for (const folder of ['app', 'features/message', 'lib/sync', 'lib/wallet', 'components']) {
        expect(await complaints(`src/${folder}/some.ts`, line)).toHaveLength(1);
      }
      expect(await complaints('src/workers/crypto/some.ts', line)).toEqual([]);
    }
  });

  test('is out of reach for the app but through the client', { timeout: 60_000 }, async () => {
    const line = (file: string) => `import '@/workers/crypto/${file}';\n`;
    const [checked] = await eslint.lintText(
      ['crypto-api', 'vault', 'crypto-client', 'model', 'refusal'].map(line).join(''),
      { filePath: 'src/lib/sync/back-off.ts' },
    );
    const refused = checked?.messages.filter(({ ruleId }) => ruleId === ZONES) ?? [];
    expect(refused.map(({ line: number }) => number)).toEqual([1, 2]);
  });

  test('comes to the browser in a file of its own that is small', { timeout: 60_000 }, async () => {
    const built = (await build({
      logLevel: 'error',
      build: {
        write: false,
        rollupOptions: {
          input: 'src/workers/crypto/crypto-client.ts',
          preserveEntrySignatures: 'strict',
        },
      },
    })) as Rolldown.RolldownOutput;
    const files = built.output.map((file) => ({
      name: file.fileName,
      text: file.type === 'chunk' ? file.code : String(file.source),
    }));
    const isOfWorker = ({ name }: { name: string }) => !name.includes('crypto-client');
    const size = (some: typeof files) =>
      some.reduce((sum, { text }) => sum + gzipSync(text).length, 0);
    const worker = files.filter(isOfWorker);
    expect(worker.map(({ name }) => name).join(' ')).toMatch(/worker-[^ ]+\.js/);
    expect(size(worker)).toBeLessThan(MOST_IN_WORKER);
    expect(size(files.filter((file) => !isOfWorker(file)))).toBeLessThan(MOST_IN_CLIENT);
    worker.forEach(({ text }) => expect(text).not.toMatch(/\beval\(|new Function\(/));
  });
});
