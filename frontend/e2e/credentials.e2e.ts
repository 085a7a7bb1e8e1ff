import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { DEV_CHAIN, FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';
import { TestWallet } from './support/wallet.js';

const NEW_PASSWORD = 'seven quiet lanterns';

/** Answers the next request as the server does when the last proof is more than ten minutes old. */
async function letTheProofAge(page: Page, path: string): Promise<void> {
  await page.route(
    `**${path}`,
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
}

describe('the ways to sign in', () => {
  const browser = useBrowser();

  test('a wallet is linked, opens the account elsewhere, and replaces the password', async () => {
    const wallet = new TestWallet(DEV_CHAIN);
    const amy = await Person.arrives(browser(), FIRST, newName('amy'), (page) =>
      wallet.moveInto(page),
    );
    amy.watch.excuse(/status of 4(03|22)/);
    await amy.registers();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.getByText('Your only way to sign in').waitFor();
    await amy.button('Link a wallet').click();
    wallet.mood = 'reject';
    await amy.button('Continue with Test Wallet').click();
    await amy.page.getByText('You closed the request').waitFor();
    await lookAt(amy.page, 'settings-link-wallet');
    wallet.mood = 'approve';
    await amy.button('Continue with Test Wallet').click();
    await amy.page.getByText('Your wallet is linked').waitFor();
    await amy.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(wallet.signed.at(-1)).toContain(`Link this wallet to the Parley account ${amy.name}.`);
    await amy.page.getByText(wallet.address).waitFor();
    await lookAt(amy.page, 'settings-credentials');

    const phone = await Person.arrives(browser(), SECOND, amy.name, (page) =>
      wallet.moveInto(page),
    );
    await phone.button('Continue with Test Wallet').click();
    await phone.button('Open Test Wallet').click();
    await phone.isSignedIn();

    await amy.button('Change password').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Change password' });
    await dialog.getByLabel('New password', { exact: true }).fill('password1');
    await dialog.getByRole('button', { name: 'Save password' }).click();
    await dialog.getByText('This password was published in a breach').waitFor();
    await lookAt(amy.page, 'settings-password-breached');
    await dialog.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await letTheProofAge(amy.page, '/api/account/credentials/password');
    await dialog.getByRole('button', { name: 'Save password' }).click();
    const proof = amy.page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByLabel('Password', { exact: true }).fill('not the password');
    await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
    await proof.getByText('This is not your password').waitFor();
    await lookAt(amy.page, 'settings-proof');
    await proof.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await proof.getByRole('button', { name: 'Confirm', exact: true }).click();
    await amy.page.getByText('Your password is saved').waitFor();
    await amy.page.getByRole('dialog').waitFor({ state: 'detached' });
    phone.watch.excuse(/status of 401/);
    await phone.isAtSignIn();
    await phone.leaves();

    await amy.button('Remove password').click();
    const removal = amy.page.getByRole('dialog', { name: 'Remove your password?' });
    await letTheProofAge(amy.page, '/api/account/credentials/password');
    await removal.getByRole('button', { name: 'Remove password' }).click();
    await amy.page
      .getByRole('dialog', { name: 'Is it you?' })
      .getByRole('button', { name: 'Cancel' })
      .click();
    await removal.getByRole('button', { name: 'Cancel' }).click();
    await amy.button('Remove password').click();
    await letTheProofAge(amy.page, '/api/account/credentials/password');
    await removal.getByRole('button', { name: 'Remove password' }).click();
    await amy.button('Confirm with Test Wallet').click();
    await amy.page.getByText('Your password is removed').waitFor();
    await amy.page.getByText('Your only way to sign in').waitFor();
    expect(await amy.page.getByRole('button', { name: /^Unlink/ }).count()).toBe(0);
    await amy.button('Set a password').waitFor();
    await amy.leaves();
  });

  test('a wallet of somebody else is refused in words', async () => {
    const wallet = new TestWallet(DEV_CHAIN);
    const link = async (prefix: string) => {
      const person = await Person.arrives(browser(), FIRST, newName(prefix), (page) =>
        wallet.moveInto(page),
      );
      await person.registers();
      await person.page.goto(`${FIRST}/settings`);
      await person.button('Link a wallet').click();
      await person.button('Continue with Test Wallet').click();
      return person;
    };
    const amy = await link('amy');
    await amy.page.getByText('Your wallet is linked').waitFor();
    await amy.leaves();
    const bob = await link('bob');
    bob.watch.excuse(/status of 409/);
    await bob.page.getByText('This wallet belongs to another account').waitFor();
    await bob.button('Cancel').click();
    await bob.leaves();
  });
});
