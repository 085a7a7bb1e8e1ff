import { describe, expect, test } from 'vitest';
import { Authenticator } from './support/authenticator.js';
import { useBrowser } from './support/browser.js';
import { FIRST } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

describe('with a passkey', () => {
  const browser = useBrowser();

  test('a person adds one, signs in without a name, and removes it', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    const authenticator = await Authenticator.addedTo(amy.page);
    await amy.registers();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.button('Add a passkey').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Add a passkey' });
    await dialog.getByLabel('Name').fill('Blue key');
    await amy.page.evaluate(() => {
      const create = navigator.credentials.create.bind(navigator.credentials);
      // The person closes the window of the browser, once.
      navigator.credentials.create = () => {
        navigator.credentials.create = create;
        return Promise.reject(new DOMException('closed', 'NotAllowedError'));
      };
    });
    await dialog.getByRole('button', { name: 'Make passkey' }).click();
    await dialog.getByText('No passkey was made').waitFor();
    await lookAt(amy.page, 'settings-add-passkey');
    await dialog.getByRole('button', { name: 'Make passkey' }).click();
    await amy.page.getByText('Your passkey is added').waitFor();
    await amy.page.getByText('Blue key').waitFor();
    await lookAt(amy.page, 'settings-passkeys');

    // The browser offers the passkey beside the field, too: the person does not take that one.
    await authenticator.isTouched(false);
    await amy.button('Sign out').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await amy.isAtSignIn();
    await lookAt(amy.page, 'sign-in-passkey');
    // What it was asked for before goes on waiting.
    await authenticator.isTouched(true);
    await amy.button('Sign in with a passkey').click();
    await amy.isSignedIn();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.getByText('Last used').waitFor();
    await expect.poll(() => amy.page.getByText('Passkey ·').count()).toBe(1);

    await amy.button('Remove passkey Blue key').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await amy.page.getByText('The passkey is removed').waitFor();
    await amy.page.getByText('Your only way to sign in').waitFor();
    await amy.leaves();
  });
});
