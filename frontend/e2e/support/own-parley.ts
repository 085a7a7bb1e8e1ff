import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { HOME } from './environment.js';

const run = promisify(execFile);

export interface OwnParley {
  /** The web app of its first instance. */
  url: string;
  /** Those of all its instances. */
  urls: string[];
  /** Its folder. */
  home: string;
  /** Ends an instance, counted from 1, without a word. */
  kill: (instance: number) => Promise<void>;
}

/**
 * A system beside the one that all tests share, for what depends on its settings.
 *
 * @param name of its folder, after that of the shared one
 * @param settings in the form of environment variables
 */
export function useOwnParley(
  name: string,
  settings: Record<string, string>,
  instances = 1,
): () => OwnParley {
  const home = `${HOME}-${name}`;
  let urls: string[] = [];
  const parley = (...line: string[]) =>
    run('../parley', [...line, '--home', home], { env: { ...process.env, ...settings } });
  beforeAll(async () => {
    await rm(home, { recursive: true, force: true });
    const many = ['--instances', String(instances)];
    await parley('up', '--no-build', '--detach', '--free-ports', '--fast-start', ...many);
    const { stdout } = await parley('status');
    const said = /^ {2}Web app +(\S.*)$/m.exec(stdout)?.[1] ?? '';
    urls = said.split(' ').map((url) => url.replace(/\/$/, ''));
  });
  afterAll(() => parley('down'));
  const kill = async (instance: number) => {
    const { stdout } = await parley('status');
    const pid = new RegExp(`^ {2}parley-${instance} +process (\\d+)`, 'm').exec(stdout)?.[1];
    process.kill(Number(pid), 'SIGKILL');
  };
  return () => {
    const [url] = urls;
    if (url === undefined) {
      throw new Error('the system has not been started');
    }
    return { url, urls, home, kill };
  };
}
