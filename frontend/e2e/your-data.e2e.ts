import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { lookAt } from './support/looks.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';

describe('the data of a person', () => {
  const browser = useBrowser();

  test('are downloaded after a fresh proof', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    amy.watch.excuse(/status of 403/);
    await amy.registers();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.route(
      '**/api/account/export',
      (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'urn:parley:problem:reauthentication-needed',
            title: 'Prove again that this is you',
            status: 403,
          }),
        }),
      { times: 1 },
    );
    await amy.page.getByRole('heading', { name: 'Your data' }).scrollIntoViewIfNeeded();
    await lookAt(amy.page, 'settings-your-data');
    await amy.button('Download').click();
    const proof = amy.page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByLabel('Password', { exact: true }).fill(PASSWORD);
    const downloading = amy.page.waitForEvent('download');
    await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('parley-data.zip');
    const archive = await readFile(await download.path());
    // The names of the files stand in the directory of the archive as they are.
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    for (const file of ['account.json', 'ways-to-sign-in.json', 'README.txt']) {
      expect(archive.includes(file)).toBe(true);
    }
    await amy.page.getByText('Your data is downloaded').waitFor();
    await amy.leaves();
  });

  test('go for ever, and others keep what they have received', async () => {
    const [amy, ben] = await Promise.all([
      Person.arrives(browser(), FIRST, newName('amy')),
      Person.arrives(browser(), SECOND, newName('ben')),
    ]);
    await Promise.all([amy.registers(), ben.registers()]);
    const phone = await Person.arrives(browser(), SECOND, amy.name);
    await phone.signsIn();
    await phone.isSignedIn();
    for (const { watch } of [amy, phone, ben]) {
      watch.excuse(/status of 4(01|04|10)/);
    }
    await amy.opensChatWith(ben.name);
    await amy.says('It was good to know you.');
    await ben.picksChatWith(amy.name);
    await ben.page.getByText('It was good to know you.').last().waitFor();

    await amy.page.goto(`${FIRST}/settings`);
    await amy.button('Delete account…').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Delete your account?' });
    const forEver = dialog.getByRole('button', { name: 'Delete for ever' });
    await expect.poll(() => forEver.isDisabled()).toBe(true);
    await dialog.getByLabel(`Type ${amy.name} to confirm`).fill('somebody.else');
    await expect.poll(() => forEver.isDisabled()).toBe(true);
    await lookAt(amy.page, 'settings-delete-account');
    await dialog.getByLabel(`Type ${amy.name} to confirm`).fill(amy.name);
    // By keyboard, as whoever has just typed it would.
    await amy.page.keyboard.press('Enter');
    await amy.page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    await lookAt(amy.page, 'account-deleted');
    await phone.page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    for (const { page } of [amy, phone]) {
      await expect
        .poll(() =>
          page.evaluate(async () =>
            (await indexedDB.databases()).map((database) => database.name ?? '').join(),
          ),
        )
        .toBe('');
    }

    await ben.page.getByText('Somebody left: the account was deleted').last().waitFor();
    await ben.page.getByText('This account was deleted. You can still read').waitFor();
    await expect.poll(() => ben.page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
    await ben.page.getByRole('heading', { name: 'Deleted account' }).waitFor();
    await lookAt(ben.page, 'conversation-deleted-account');
    await ben.page.reload();
    await ben.page.getByText('It was good to know you.').last().waitFor();
    await expect.poll(() => ben.page.getByText(amy.name).count()).toBe(0);

    await amy.button('Go to sign-in').click();
    await amy.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await Promise.all([amy.leaves(), phone.leaves(), ben.leaves()]);
  });

  test('in a group leave a line, and the group goes on', async () => {
    const [amy, ben] = await Promise.all([
      Person.arrives(browser(), FIRST, newName('amy')),
      Person.arrives(browser(), SECOND, newName('ben')),
    ]);
    await Promise.all([amy.registers(), ben.registers()]);
    for (const { watch } of [amy, ben]) {
      watch.excuse(/status of 4(01|04|10)/);
    }
    await amy.opensChatWith(ben.name);
    await amy.says('Hello');
    await new GroupScreens(amy).creates('Walks', [ben.name]);
    await amy.says('Sunday at ten?');
    await ben.page.getByRole('link', { name: /Walks/ }).first().click();
    await ben.page.getByText('Sunday at ten?').last().waitFor();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.button('Delete account…').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByLabel(`Type ${amy.name} to confirm`).fill(amy.name);
    await dialog.getByRole('button', { name: 'Delete for ever' }).click();
    await amy.page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    await ben.page.getByText('Somebody left: the account was deleted').last().waitFor();
    await expect.poll(() => ben.page.getByText('Deleted account').count()).toBeGreaterThan(0);
    await lookAt(ben.page, 'group-deleted-account');
    await ben.says('I will be there.');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });
});
