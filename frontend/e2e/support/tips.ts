import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './person.js';

/** Links the wallet in the page to the account. */
export async function linksWallet(person: Person): Promise<void> {
  await person.page.goto(`${person.home}/settings`);
  await person.button('Link a wallet').click();
  await person.button('Continue with Test Wallet').click();
  await person.page.getByText('Your wallet is linked').waitFor();
  await person.page.goto(person.home);
  await person.isSignedIn();
}

/** Opens the dialog in which somebody tips another one, in the chat that is shown. */
export async function opensTip(person: Person, whom: string): Promise<Locator> {
  const dialog = person.page.getByRole('dialog', { name: `Tip ${whom}` });
  await person.button('More ways to send').click();
  await person.page.getByRole('menuitem', { name: 'Give a tip' }).click();
  await dialog.waitFor();
  return dialog;
}

/** A tip in the chat that is shown, by its amount: a regular expression. */
export function tipOf({ page }: Person, amount: string): Locator {
  return page.getByRole('article', { name: new RegExp(`tip.*: ${amount}`) });
}

/** Waits until somebody is shown that a tip is in a state. */
export async function tipBecomes(person: Person, amount: string, state: string): Promise<void> {
  await expect.poll(() => tipOf(person, amount).getAttribute('data-state')).toBe(state);
}
