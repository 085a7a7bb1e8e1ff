import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { DEV_CHAIN, FIRST, SECOND } from './support/environment.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';
import { TestWallet } from './support/wallet.js';

describe('with a password', () => {
  const browser = useBrowser();

  test('a person registers, signs out, and signs in again on the other instance', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    await amy.isAtSignIn();
    await amy.registers();
    await amy.page.getByRole('link', { name: 'Settings' }).click();
    await amy.button('Sign out').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await amy.isAtSignIn();
    await expect
      .poll(() =>
        amy.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
      )
      .toEqual([]);
    await amy.leaves();

    const again = await Person.arrives(browser(), SECOND, amy.name);
    await again.signsIn();
    await again.isSignedIn();
    await again.leaves();
  });

  test('a reload keeps the session, and nothing that opens a door is in storage', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    await amy.registers();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.getByText('This device', { exact: true }).waitFor();
    const stored = await amy.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(stored).not.toMatch(/eyJ|[Tt]oken/);
    const cookies = await amy.context.cookies();
    expect(cookies).toMatchObject([
      {
        name: '__Host-parley-refresh',
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
        path: '/',
      },
    ]);
    await amy.leaves();
  });

  test('wrong passwords and taken names are refused in words', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    await amy.registers();
    const other = await Person.arrives(browser(), FIRST, amy.name);
    other.watch.excuse(/status of (401|409)/);
    await other.signsIn('not the password');
    await other.page.getByText('do not belong together').waitFor();
    await other.page.goto(`${FIRST}/register`);
    await other.page.getByLabel('User name').fill(amy.name.toUpperCase());
    await other.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await other.button('Create account').click();
    await other.page.getByText('This user name is taken').waitFor();
    await other.leaves();
    await amy.leaves();
  });

  test('who was sent to sign in comes back to where he wanted to go', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    await amy.registers();
    await amy.leaves();
    const again = await Person.arrives(browser(), `${FIRST}/people`, amy.name);
    await again.isAtSignIn();
    await again.page.getByLabel('User name').fill(amy.name);
    await again.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again.button('Sign in').click();
    await again.page.waitForURL(`${FIRST}/people`);
    await again.leaves();
  });
});

describe('with a wallet', () => {
  const browser = useBrowser();

  test('a new wallet chooses a name, and knows its person the next time', async () => {
    const wallet = new TestWallet(DEV_CHAIN);
    const name = newName('wally');
    const wally = await Person.arrives(browser(), FIRST, name, (page) => wallet.moveInto(page));
    wally.watch.excuse(/status of 403/);

    await wally.button('Continue with Test Wallet').click();
    await wally.page.getByText('It costs nothing and sends no transaction.').waitFor();
    wallet.mood = 'reject';
    await wally.button('Open Test Wallet').click();
    await wally.page.getByText('You closed the request').waitFor();

    wallet.mood = 'approve';
    await wally.button('Open Test Wallet').click();
    await wally.page.getByRole('heading', { name: 'Choose your user name' }).waitFor();
    expect(wallet.signed.at(-1)).toContain(
      `${new URL(FIRST).host} wants you to sign in with your Ethereum account:\n${wallet.address}`,
    );
    await wally.page.getByLabel('User name').fill(name);
    await wally.button('Create account').click();
    await wally.isSignedIn();
    await wally.skipsFirstSteps();
    await wally.page.getByRole('link', { name: 'Settings' }).click();
    await wally.page.getByText(wallet.address).waitFor();
    await wally.leaves();

    const again = await Person.arrives(browser(), SECOND, name, (page) => wallet.moveInto(page));
    await again.button('Continue with Test Wallet').click();
    await again.button('Open Test Wallet').click();
    await again.isSignedIn();
    await again.leaves();
  });
});
