// Holds the web app to docs/protocol, the meeting point of server and browser: the documents are
// linted, and src/lib/api/schema.d.ts must be what openapi-typescript makes of openapi.yaml.
// With --renew the types are written instead of compared. Nothing is taken from the network.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConfig, formatProblems, getTotals, lint } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';

const protocol = new URL('../../docs/protocol/', import.meta.url);
const types = new URL('../src/lib/api/schema.d.ts', import.meta.url);
const heading =
  '// Made of docs/protocol/openapi.yaml by scripts/contract.js. Renew it: .ci/contract\n\n';

async function problems(name) {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lint({ ref: fileURLToPath(new URL(name, protocol)), config });
  formatProblems(found, { totals: getTotals(found), version: 'docs/protocol' });
  return found.length;
}

async function typesOfTheDocument() {
  return heading + astToString(await openapiTS(new URL('openapi.yaml', protocol)));
}

if (process.argv.includes('--renew')) {
  await writeFile(types, await typesOfTheDocument());
} else if ((await problems('openapi.yaml')) + (await problems('asyncapi.yaml')) > 0) {
  process.exitCode = 1;
} else if ((await readFile(types, 'utf8').catch(() => '')) !== (await typesOfTheDocument())) {
  console.error(
    'src/lib/api/schema.d.ts is not what docs/protocol/openapi.yaml says. Renew it: .ci/contract',
  );
  process.exitCode = 1;
}
