import { readFile } from 'node:fs/promises';
import { request, type Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Authenticator } from './support/authenticator.js';
import { useBrowser } from './support/browser.js';
import { DEV_CHAIN, FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';
import { makesKey, opensRecovery, shownKey, typesGroup } from './support/recovery.js';
import { TestWallet } from './support/wallet.js';

/** The part of the settings that is about recovery. */
function recoveryOf({ page }: Person): Locator {
  return page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Recovery', exact: true }),
  });
}

async function opensSettings(person: Person): Promise<void> {
  await person.page.goto(`${person.home}/settings`);
  await recoveryOf(person).waitFor();
}

/** Another browser of the same person, signed in. */
async function comesAgain(
  browser: Parameters<typeof Person.arrives>[0],
  person: Person,
  prepare?: Parameters<typeof Person.arrives>[3],
): Promise<Person> {
  const there = await Person.arrives(browser, SECOND, person.name, prepare);
  await there.signsIn();
  await there.isSignedIn();
  return there;
}

/** What stays in the app until there is a way back to the messages. */
const reminder = ({ page }: Person) =>
  page.getByRole('region', { name: 'Recovery' }).getByText('Keep your messages safe');

/** How many messages of the conversation that is shown are in the person's backup. */
async function backedUp({ page, name, home }: Person): Promise<number> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const api = await request.newContext({ baseURL: new URL(home).origin, failOnStatusCode: true });
  const signedIn = await api.post('/api/auth/login', {
    data: { username: name, password: PASSWORD },
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const answer = await api.get(`/api/conversations/${id}/backup`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  const { entries } = (await answer.json()) as { entries: unknown[] };
  await api.dispose();
  return entries.length;
}

describe('recovery', () => {
  const browser = useBrowser();

  test('brings what was said before into a browser that comes later', async () => {
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await amy.opensChatWith(ben.name);
    await amy.says('the first words');
    await ben.picksChatWith(amy.name);
    await ben.sees('the first words');
    await ben.says('an answer');
    await amy.sees('an answer');
    await reminder(amy).waitFor();
    await amy.reactsTo('an answer', 'thumbs up');
    await expect.poll(() => backedUp(amy)).toBe(3);
    await lookAt(amy.page, 'recovery-reminder');
    await amy.page.getByRole('link', { name: 'Choose' }).click();
    const key = await makesKey(amy);
    await reminder(amy).waitFor({ state: 'detached' });

    const phone = await comesAgain(browser(), amy);
    await phone.picksChatWith(ben.name);
    await phone.page.getByText('Sent before this browser could read along.').first().waitFor();
    await phone.page.getByRole('region', { name: 'Recovery' }).waitFor();
    await lookAt(phone.page, 'recovery-locked-chat');
    await phone.page.getByRole('link', { name: 'Open earlier messages' }).first().click();
    await phone.page.getByLabel('Recovery key').fill(key.join(' '));
    await phone.button('Open with the recovery key').click();
    await phone.page.getByText('Your messages are open here').waitFor();
    await phone.picksChatWith(ben.name);
    await phone.sees('the first words');
    await phone.sees('an answer');
    await expect.poll(() => phone.messages()).toEqual(['the first words', 'an answer']);
    await phone.message('an answer').getByText('👍').waitFor();
    await lookAt(phone.page, 'recovery-restored');
    // And it goes on from there.
    await phone.says('from the new one');
    await ben.sees('from the new one');

    // What is deleted is gone from the backup, too.
    await amy.picksChatWith(ben.name);
    await amy.sees('from the new one');
    await expect.poll(() => backedUp(amy)).toBe(4);
    await amy.choosesFor('the first words', 'Delete…');
    await amy.button('Delete for everybody').click();
    await expect.poll(() => backedUp(amy)).toBe(3);
    await Promise.all([amy, ben, phone].map((person) => person.leaves()));
  });

  test('with a recovery key, typed as people type', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await opensSettings(amy);
    await amy.page.getByText('Your messages are only in your browsers').waitFor();
    await amy.button('Make a recovery key').click();
    const key = await shownKey(amy);
    await lookAt(amy.page, 'recovery-key');
    const [download] = await Promise.all([
      amy.page.waitForEvent('download'),
      amy.button('Save as file').click(),
    ]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).toContain(`${key.slice(0, 4).join(' ')}\n${key.slice(4).join(' ')}`);
    await amy.page.emulateMedia({ media: 'print' });
    expect(await amy.page.locator('body > :visible').allInnerTexts()).toEqual([
      expect.stringContaining(key.slice(4).join(' ')),
    ]);
    await amy.page.emulateMedia({ media: 'screen' });
    await amy.button('I have kept it').click();
    await amy.page.getByLabel(/^Group \d of 8$/).fill('wrong');
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await amy.page.getByText('This is not that group.').waitFor();
    await lookAt(amy.page, 'recovery-confirm');
    await typesGroup(amy, key);
    await amy.page.getByText('Your recovery key is set up').waitFor();
    await amy.button('Make a new recovery key').waitFor();
    await lookAt(amy.page, 'settings-recovery');

    const phone = await comesAgain(browser(), amy);
    await opensRecovery(phone);
    await phone.page.getByText('Your earlier messages are safe').waitFor();
    await lookAt(phone.page, 'recovery-locked');
    const field = phone.page.getByLabel('Recovery key');
    await field.fill(key.slice(0, 7).join(' '));
    await phone.button('Open with the recovery key').click();
    await phone.page.getByText('4 characters are missing.').waitFor();
    const third = key[2] ?? '';
    const mistyped = `${third.startsWith('7') ? '8' : '7'}${third.slice(1)}`;
    await field.fill(key.map((group, index) => (index === 2 ? mistyped : group)).join('-'));
    await phone.button('Open with the recovery key').click();
    await phone.page.getByText('Something is mistyped in group 3.').waitFor();
    await lookAt(phone.page, 'recovery-mistyped');
    await field.fill(` ${key.join('  ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}`);
    await field.press('Enter');
    await phone.page.getByText('Your messages are open here').waitFor();
    await phone.button('Make a new recovery key').waitFor();
    await phone.page.reload();
    await phone.button('Make a new recovery key').waitFor();

    // Taken away again, in clear words, and the other browser hears of it.
    await phone.button('Remove Recovery key').click();
    await phone.page.getByText('This is your last one').waitFor();
    await lookAt(phone.page, 'recovery-remove-last');
    await phone.button('Remove it anyway').click();
    await phone.page.getByText('Your messages are only in your browsers').waitFor();
    await amy.page.getByText('Your messages are only in your browsers').waitFor();
    await amy.leaves();
    await phone.leaves();
  });

  test('with a passkey, which is made for it and opens it in a browser that has nothing', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    const authenticator = await Authenticator.addedTo(amy.page);
    await opensSettings(amy);
    await amy.button('Use a passkey').click();
    await lookAt(amy.page, 'recovery-passkey');
    const dialog = amy.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add a passkey' }).click();
    await dialog.getByRole('button', { name: 'Make passkey' }).click();
    await amy.page.getByText('Your passkey is added').waitFor();
    await authenticator.isTouched(false);
    await dialog.getByRole('button', { name: 'Use my passkey' }).waitFor();
    await authenticator.isTouched(true);
    await dialog.getByRole('button', { name: 'Use my passkey' }).click();
    await amy.page.getByText('Your passkey opens your messages now').waitFor();

    // The browser loses everything it has of the account but the session.
    await amy.page.evaluate(async () => {
      const all = await indexedDB.databases();
      const keys = all.flatMap(({ name = '' }) => (name.startsWith('parley-keys') ? [name] : []));
      await Promise.all(
        keys.map(
          (name) =>
            new Promise((resolve) => {
              indexedDB.deleteDatabase(name).onsuccess = resolve;
            }),
        ),
      );
    });
    await opensRecovery(amy);
    await amy.button('Open with a passkey').click();
    await amy.page.getByText('Your messages are open here').waitFor();
    await amy.leaves();
  });

  test('not with a passkey that gives no secret, which is said', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await Authenticator.addedTo(amy.page, false);
    await opensSettings(amy);
    await amy.button('Add a passkey').click();
    await amy.button('Make passkey').click();
    await amy.page.getByText('Your passkey is added').waitFor();
    await amy.button('Use a passkey').click();
    await amy.button('Use my passkey').click();
    await amy.page.getByText('This passkey cannot do that').waitFor();
    await lookAt(amy.page, 'recovery-passkey-unfit');
    await amy.leaves();
  });

  test('with a wallet that signs the same again, and with no other', async () => {
    const wallet = new TestWallet(DEV_CHAIN);
    const amy = await Person.joins(browser(), FIRST, newName('amy'), (page) =>
      wallet.moveInto(page),
    );
    await opensSettings(amy);
    await amy.button('Use a wallet').click();
    wallet.mood = 'reject';
    await amy.button('Continue with Test Wallet').click();
    await amy.page.getByText('You closed the request').waitFor();
    wallet.mood = 'unsteady';
    await amy.button('Continue with Test Wallet').click();
    await amy.page.getByText('This wallet signs differently each time').waitFor();
    await lookAt(amy.page, 'recovery-wallet');
    wallet.mood = 'approve';
    await amy.button('Continue with Test Wallet').click();
    await amy.page.getByText('Your wallet opens your messages now').waitFor();
    const asked = wallet.signed.slice(-2);
    expect(asked[0]).toBe(asked[1]);
    expect(asked[0]).toContain('Open my encrypted messages in this browser.');
    expect(asked[0]).toContain(FIRST);

    const other = new TestWallet(DEV_CHAIN);
    const stranger = await Person.arrives(browser(), FIRST, amy.name, (page) =>
      other.moveInto(page),
    );
    await stranger.signsIn();
    await stranger.isSignedIn();
    await opensRecovery(stranger);
    await stranger.button('Open with Test Wallet').click();
    await stranger.page.getByText('This is another wallet').waitFor();
    await lookAt(stranger.page, 'recovery-other-wallet');
    await stranger.leaves();

    const phone = await Person.arrives(browser(), FIRST, amy.name, (page) => wallet.moveInto(page));
    await phone.signsIn();
    await phone.isSignedIn();
    await opensRecovery(phone);
    await phone.button('Open with Test Wallet').click();
    await phone.page.getByText('Your messages are open here').waitFor();
    await phone.leaves();
    await amy.leaves();
  });

  test('without any way, a new browser says where to set one up, and can start anew', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await opensSettings(amy);
    await amy.page.getByText('Your messages are only in your browsers').waitFor();
    const phone = await comesAgain(browser(), amy);
    await opensRecovery(phone);
    await phone.page.getByText('They are in another browser of yours').waitFor();
    await lookAt(phone.page, 'recovery-elsewhere');
    // The other browser sets one up, and this one hears of it.
    await makesKey(amy);
    await phone.page.getByLabel('Recovery key').waitFor();
    await phone.button('Start anew').click();
    await phone.page.getByText('Your earlier encrypted messages are lost').waitFor();
    await lookAt(phone.page, 'recovery-anew');
    await phone.button('Delete the backup and start anew').click();
    await phone.page.getByText('You have started anew').waitFor();
    await phone.page.getByText('Your messages are only in your browsers').waitFor();
    await amy.page.getByText('Your earlier messages are safe').waitFor();
    await phone.leaves();
    await amy.leaves();
  });
});
