import { expect } from 'vitest';
import type { Person } from './person.js';

/** The groups of the recovery key, once they are shown. */
export async function shownKey({ page }: Person): Promise<string[]> {
  const groups = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
  await expect.poll(() => groups.count()).toBe(8);
  return groups.allInnerTexts();
}

/** Makes a recovery key, keeps it, and says so. */
export async function makesKey(person: Person): Promise<string[]> {
  await person.button('Make a recovery key').click();
  const groups = await shownKey(person);
  await person.button('I have kept it').click();
  await typesGroup(person, groups);
  await person.page.getByText('Your recovery key is set up').waitFor();
  return groups;
}

export async function typesGroup({ page }: Person, groups: readonly string[]): Promise<void> {
  const field = page.getByLabel(/^Group \d of 8$/);
  const label = await page.getByText(/^Group \d of 8$/).innerText();
  await field.fill((groups[Number(label.split(' ')[1]) - 1] ?? '').toLowerCase());
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
}

/** Has a way back to the messages made, on the page that is for it. */
export async function setsUpRecovery(person: Person): Promise<string[]> {
  await opensRecovery(person);
  return makesKey(person);
}

/** Opens what was said before this browser came. */
export async function opensEarlier(person: Person, key: readonly string[]): Promise<void> {
  await opensRecovery(person);
  await person.page.getByLabel('Recovery key').fill(key.join(' '));
  await person.button('Open with the recovery key').click();
  await person.page.getByText('Your messages are open here').waitFor();
}

export async function opensRecovery(person: Person): Promise<void> {
  await person.page.goto(`${person.home}/recovery`);
  await person.page.getByRole('heading', { name: 'Recovery', level: 1 }).waitFor();
}
