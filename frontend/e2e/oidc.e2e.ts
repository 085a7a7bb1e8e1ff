import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { signInAtIssuer, useIssuer } from './support/issuer.js';
import { lookAt } from './support/looks.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';

describe('with an issuer', () => {
  const browser = useBrowser();
  useIssuer();

  test('a new person changes his mind, chooses a name, and is known on another instance', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    amy.watch.excuse(/status of 40[13]/);
    await amy.button('Continue with Company ID').waitFor();
    await lookAt(amy.page, 'sign-in-issuer');
    await amy.button('Continue with Company ID').click();
    await amy.button('Deny').click();
    await amy.page.getByText('You did not sign in there').waitFor();
    await expect.poll(() => amy.page.url()).toBe(`${FIRST}/oidc/test`);
    await lookAt(amy.page, 'issuer-denied');
    await amy.page.getByRole('link', { name: 'Back to sign-in' }).click();

    await amy.button('Continue with Company ID').click();
    await signInAtIssuer(amy.page, amy.name);
    await amy.page.getByRole('heading', { name: 'Choose your user name' }).waitFor();
    await expect.poll(() => amy.page.url()).toBe(`${FIRST}/oidc/test`);
    await amy.page.getByText(`Your e-mail address here is ${amy.name}@example.org.`).waitFor();
    await expect.poll(() => amy.page.getByLabel('User name').inputValue()).toBe(amy.name);
    await lookAt(amy.page, 'issuer-name');
    const kept = await amy.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    );
    expect(kept).not.toMatch(/[A-Za-z0-9_-]{32}/);
    await amy.button('Create account').click();
    await amy.isSignedIn();
    await amy.skipsFirstSteps();

    const phone = await Person.arrives(browser(), SECOND, amy.name);
    phone.watch.excuse(/status of 40[13]/);
    await phone.button('Continue with Company ID').click();
    await signInAtIssuer(phone.page, amy.name);
    await phone.isSignedIn();
    await phone.leaves();

    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.getByText('Your only way to sign in').waitFor();
    await expect.poll(() => amy.page.getByText('Another sign-in ·').count()).toBe(2);

    // The issuer asked for a password long ago: it has to ask again.
    await amy.button('Set a password').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Set a password' });
    await dialog.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Save password' }).click();
    const proof = amy.page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByRole('button', { name: 'Confirm with Company ID' }).waitFor();
    await lookAt(amy.page, 'settings-proof-issuer');
    await proof.getByRole('button', { name: 'Confirm with Company ID' }).click();
    await signInAtIssuer(amy.page, amy.name);
    await amy.page.getByText('It is you').waitFor();
    await amy.button('Set a password').click();
    await dialog.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Save password' }).click();
    await amy.page.getByText('Your password is saved').waitFor();
    await amy.page.getByRole('dialog').waitFor({ state: 'detached' });
    await lookAt(amy.page, 'settings-issuer');

    await amy.button('Unlink Company ID').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
    await amy.page.getByText('The sign-in is unlinked').waitFor();
    await amy.button('Link Company ID').click();
    await signInAtIssuer(amy.page, newName('other'));
    await amy.page.getByText('Your sign-in is linked').waitFor();
    await amy.button('Unlink Company ID').waitFor();
    await amy.leaves();
  });

  test('what goes wrong is said in words', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    amy.watch.excuse(/status of (401|503)/);
    await amy.page.goto(`${FIRST}/oidc/test?code=used&state=${'x'.repeat(43)}`);
    await amy.page.getByText('This sign-in is over').waitFor();
    await expect.poll(() => amy.page.url()).toBe(`${FIRST}/oidc/test`);
    await lookAt(amy.page, 'issuer-over');
    await amy.page.getByRole('link', { name: 'Back to sign-in' }).click();

    await amy.page.route('**/api/auth/oidc/visits', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'urn:parley:problem:unavailable',
          title: 'The service cannot do this now',
          status: 503,
        }),
      }),
    );
    await amy.button('Continue with Company ID').click();
    await amy.page.getByText('The other service does not answer').waitFor();
    await lookAt(amy.page, 'sign-in-issuer-away');
    await amy.leaves();
  });
});
