// Runs `npm ci` when node_modules is missing or older than the lock file. npm writes
// node_modules/.package-lock.json at the end of every installation.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

function modified(path) {
  return statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const installed = modified('../node_modules/.package-lock.json');
if (installed < modified('../package-lock.json') || installed < modified('../package.json')) {
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
