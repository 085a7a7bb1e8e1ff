import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { HOME } from './environment.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/**
 * The mails that the mail catcher has for an address, oldest first, once there are so many.
 *
 * @param system the folder of the running system
 */
export async function mailsTo(address: string, count: number, system = HOME): Promise<Mail[]> {
  const page = await mailPage(system);
  let mails: Mail[] = [];
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${page}/mails.json`);
        mails = ((await answer.json()) as Mail[]).filter(({ to }) => to === address);
        return mails.length;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBeGreaterThanOrEqual(count);
  return mails;
}

/** Where the running system shows the mail it caught. */
async function mailPage(system: string): Promise<string> {
  const state = await readFile(`${system}/run/state`, 'utf8');
  const page = /^mail=(\S+)$/m.exec(state)?.[1];
  expect(page, state).toBeDefined();
  // A file of properties: colons have a backslash before them.
  return (page ?? '').replaceAll('\\', '');
}

/** The page of an instance that the link in a mail opens. */
export function tokenLink(home: string, mail: Mail | undefined): string {
  const link = /\/(?:verify-email|recover)#[A-Za-z0-9_-]{43}/.exec(mail?.text ?? '')?.[0];
  expect(link, mail?.text).toBeDefined();
  return `${home}${link}`;
}
