import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { opensRecovery } from './support/recovery.js';

/** The number that is compared, on the screen that is for it. */
async function shownNumber({ page, ...person }: Person): Promise<string[]> {
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  const groups = page.getByRole('list', { name: 'Safety number' }).getByRole('listitem');
  await expect.poll(() => groups.count(), { message: person.name, timeout: 40_000 }).toBe(12);
  return groups.allInnerTexts();
}

describe('verification between people', () => {
  const browser = useBrowser();

  test('two compare their numbers, and whoever begins anew is not verified any more', async () => {
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await amy.opensChatWith(ben.name);
    await amy.says('is it you?');
    await ben.picksChatWith(amy.name);
    await ben.sees('is it you?');
    await ben.says('it is');
    await amy.sees('it is');

    const number = await shownNumber(amy);
    expect(await shownNumber(ben)).toEqual(number);
    await lookAt(amy.page, 'verification');
    await amy.button('They are the same: mark as verified').click();
    await amy.page.getByText(`You have verified ${ben.name}`).waitFor();
    await amy.button('Close').click();
    const badge = amy.page.getByRole('img', { name: 'Verified' });
    await badge.waitFor();
    await ben.button('Close').click();

    const anew = await Person.arrives(browser(), SECOND, ben.name);
    await anew.signsIn();
    await anew.isSignedIn();
    await opensRecovery(anew);
    await anew.button('Start anew').click();
    await anew.button('Delete the backup and start anew').click();
    await anew.page.getByText('You have started anew').waitFor();

    await anew.picksChatWith(amy.name);

    await amy.page.getByText(`${ben.name} has begun anew with another key`).waitFor();
    await amy.page.getByText(`You had verified ${ben.name}.`).waitFor();
    await badge.waitFor({ state: 'detached' });
    await lookAt(amy.page, 'verification-lost');
    await amy.writes('is it still you?');
    await amy.seesDelivery('is it still you?', 'queued');
    await amy.button('Use the new key').click();
    await anew.sees('is it still you?');
    await Promise.all([amy, ben, anew].map((person) => person.leaves()));
  });
});
