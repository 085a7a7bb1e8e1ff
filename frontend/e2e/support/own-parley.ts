import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { HOME } from './environment.js';

const run = promisify(execFile);

export interface OwnParley {
  /** The web app of its only instance. */
  url: string;
  /** Its folder. */
  home: string;
}

type Settings = Readonly<Record<string, string>>;

/**
 * A system beside the one that all tests share, for what depends on its settings.
 *
 * @param name of its folder, after that of the shared one
 * @param settings in the form of environment variables; asked for when it starts
 */
export function useOwnParley(name: string, settings: Settings | (() => Settings)): () => OwnParley {
  const home = `${HOME}-${name}`;
  let url: string | undefined;
  const parley = (...line: string[]) =>
    run('../parley', [...line, '--home', home], {
      env: { ...process.env, ...(typeof settings === 'function' ? settings() : settings) },
    });
  beforeAll(async () => {
    await rm(home, { recursive: true, force: true });
    await parley('up', '--no-build', '--detach', '--free-ports', '--fast-start');
    const { stdout } = await parley('status');
    url = /^ {2}Web app +(\S+)$/m.exec(stdout)?.[1]?.replace(/\/$/, '');
  });
  afterAll(() => parley('down'));
  return () => {
    if (url === undefined) {
      throw new Error('the system has not been started');
    }
    return { url, home };
  };
}
