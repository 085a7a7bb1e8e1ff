import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { mailsTo, tokenLink } from './support/mail.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';

describe('an e-mail address', () => {
  const browser = useBrowser();

  test('is given at sign-up, proven by the button of its page, changed and removed', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    const address = `${amy.name}@example.org`;
    await amy.page.goto(`${FIRST}/register`);
    await amy.page.getByLabel('User name').fill(amy.name);
    await amy.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await amy.page.getByLabel('E-mail address (optional)').fill('no address');
    await amy.button('Create account').click();
    await amy.page.getByText('Enter an address such as').waitFor();
    await amy.page.getByLabel('E-mail address (optional)').fill(address);
    await lookAt(amy.page, 'register-email');
    await amy.button('Create account').click();
    await amy.isSignedIn();
    await amy.skipsFirstSteps();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.getByText(address).waitFor();
    await amy.page.getByText('Open the mail we sent there').waitFor();
    await lookAt(amy.page, 'settings-email-waiting');

    const [first] = await mailsTo(address, 1);
    await amy.button('Send again').click();
    await amy.page.getByText('We sent a new link').waitFor();
    const [, second] = await mailsTo(address, 2);

    // On another instance, by somebody who is not signed in there: a phone, for example.
    const phone = await Person.arrives(browser(), SECOND, amy.name);
    phone.watch.excuse(/status of 410/);
    await phone.page.goto(tokenLink(SECOND, first));
    await phone.button('Verify this address').click();
    await phone.page.getByRole('heading', { name: 'This link is no longer good' }).waitFor();
    await lookAt(phone.page, 'verify-email-superseded');
    await phone.page.goto(tokenLink(SECOND, second));
    await phone.page.getByRole('heading', { name: 'Verify your e-mail address' }).waitFor();
    await lookAt(phone.page, 'verify-email');
    await phone.button('Verify this address').click();
    await phone.page.getByText(`It belongs to the account ${amy.name} now`).waitFor();
    await lookAt(phone.page, 'verify-email-done');
    await phone.page.reload();
    await phone.button('Verify this address').click();
    await phone.page.getByRole('heading', { name: 'This link was used before' }).waitFor();
    await phone.page.goto(`${SECOND}/verify-email`);
    await phone.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await phone.leaves();

    await amy.page.reload();
    await amy.page.getByText('Verified', { exact: true }).waitFor();
    await lookAt(amy.page, 'settings-email-verified');

    await amy.button('Change').click();
    await amy.page.getByLabel('E-mail address').fill(`new-${address}`);
    await amy.button('Send link').click();
    await amy.page.getByText(`new-${address}`).waitFor();
    const [third] = await mailsTo(`new-${address}`, 1);
    await amy.page.goto(tokenLink(FIRST, third));
    await amy.button('Verify this address').click();
    await amy.page.getByRole('link', { name: 'Open Parley' }).click();
    await amy.page.getByText(`new-${address}`).waitFor();
    await amy.page.getByText('Verified', { exact: true }).waitFor();
    await amy.page.getByText(address, { exact: true }).waitFor({ state: 'detached' });
    const told = await mailsTo(address, 3);
    expect(told[2]?.subject).toBe('The e-mail address of your Parley account was changed');

    await amy.button('Remove').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await amy.button('Send link').waitFor();
    await amy.leaves();
  });
});
