// Installs what the lock file says when node_modules is missing or older than it. npm writes
// node_modules/.package-lock.json at the end of every installation. Not `npm ci`: that one refuses a
// lock file that does not list the optional native packages of every other platform, and not every
// registry serves them all; `npm install --no-save` takes the same versions and leaves the file be.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

function modified(path) {
  return statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const installed = modified('../node_modules/.package-lock.json');
if (installed < modified('../package-lock.json') || installed < modified('../package.json')) {
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}

// npm does the same after an installation; this is for one that was made without scripts, or before a
// mending was added.
if (!process.exitCode) {
  await import('./patches.js');
}
