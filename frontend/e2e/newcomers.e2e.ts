import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { DEV_CHAIN } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { mailsTo, tokenLink } from './support/mail.js';
import { useOwnParley } from './support/own-parley.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';
import { TestWallet } from './support/wallet.js';

describe('where an e-mail address is required', () => {
  const browser = useBrowser();
  const parley = useOwnParley('newcomers', { PARLEY_EMAIL_REQUIRED: 'true' });

  test('one signs up by wallet: name, address, mail, profile, interests', async () => {
    const { url, home } = parley();
    const wallet = new TestWallet(DEV_CHAIN);
    const name = newName('wally');
    const address = `${name}@example.org`;
    const wally = await Person.arrives(browser(), url, name, (page) => wallet.moveInto(page));
    wally.watch.excuse(/status of 403/);
    await wally.page.goto(`${url}/people`);
    await wally.isAtSignIn();
    await wally.button('Continue with Test Wallet').click();
    await wally.button('Open Test Wallet').click();
    await wally.page.getByRole('heading', { name: 'Choose your user name' }).waitFor();
    await wally.page.getByLabel('User name').fill(name);
    await wally.page.getByLabel('E-mail address').fill(`wrong-${address}`);
    await wally.button('Create account').click();

    const checkMail = wally.page.getByRole('heading', { name: 'Check your mail' });
    await checkMail.waitFor();
    await wally.page.getByText(`wrong-${address}`).waitFor();
    await lookAt(wally.page, 'check-mail');
    await wally.page.goto(`${url}/settings`);
    await checkMail.waitFor();
    await wally.button('Use another address').click();
    await wally.page.getByLabel('E-mail address').fill(address);
    await lookAt(wally.page, 'check-mail-change');
    await wally.button('Send link').click();
    await wally.page.getByText(address, { exact: true }).waitFor();
    // Mails that wait together may arrive in any order.
    await mailsTo(address, 1, home);
    await wally.button('Send it again').click();
    await wally.page.getByText('We sent a new link').waitFor();
    const [, newest] = await mailsTo(address, 2, home);
    expect(newest?.text).toContain(`Parley account ${name}`);
    await wally.page.goto(`${url}/people`);
    await checkMail.waitFor();

    // The tab that waits goes on by itself, to where the person wanted to go.
    const tab = await wally.context.newPage();
    await tab.goto(tokenLink(url, newest));
    await tab.getByRole('button', { name: 'Verify this address' }).click();
    await tab.getByText(`It belongs to the account ${name} now`).waitFor();
    await wally.isSignedIn();
    expect(wally.page.url()).toBe(`${url}/people`);
    await tab.getByRole('link', { name: 'Open Parley' }).click();
    await tab.getByRole('navigation', { name: 'Main' }).waitFor();
    await tab.close();

    const who = wally.page.getByRole('dialog', { name: 'Who are you?' });
    await who.getByText('Step 1 of 2').waitFor();
    await who.getByLabel('Name', { exact: true }).fill('Wally Walnut');
    await who.getByLabel('About you').fill('I collect clocks.');
    await lookAt(wally.page, 'first-steps-profile');
    await who.getByRole('button', { name: 'Save and go on' }).click();
    const into = wally.page.getByRole('dialog', { name: 'What are you into?' });
    await into.getByText('Step 2 of 2').waitFor();
    await into.getByRole('checkbox', { name: 'Beekeeping' }).check();
    await lookAt(wally.page, 'first-steps-interests');
    await into.getByRole('button', { name: 'Back' }).click();
    await who.waitFor();
    expect(await who.getByLabel('About you').inputValue()).toBe('I collect clocks.');
    await who.getByRole('button', { name: 'Save and go on' }).click();
    await into.waitFor();

    await wally.page.reload();
    await into.getByText('Step 2 of 2').waitFor();
    await into.getByRole('checkbox', { name: 'Beekeeping' }).check();
    await into.getByRole('button', { name: 'Save interests' }).click();
    await into.waitFor({ state: 'detached' });
    await wally.page.goto(`${url}/profile`);
    await wally.page.getByRole('checkbox', { name: 'Beekeeping', checked: true }).waitFor();
    await expect
      .poll(() => wally.page.getByLabel('Name', { exact: true }).inputValue())
      .toBe('Wally Walnut');
    expect(await wally.page.getByRole('dialog').count()).toBe(0);
    await wally.leaves();
  });

  test('the page that waits notices what was verified on another device', async () => {
    const { url, home } = parley();
    const amy = await newcomer(url);
    const [mail] = await mailsTo(`${amy.name}@example.org`, 1, home);
    const phone = await Person.arrives(browser(), url, amy.name);
    await phone.page.goto(tokenLink(url, mail));
    await phone.button('Verify this address').click();
    await phone.page.getByText(`It belongs to the account ${amy.name} now`).waitFor();
    await phone.leaves();
    await amy.isSignedIn();
    await amy.skipsFirstSteps();
    await amy.leaves();
  });

  test('who does not go on signs out, comes back to the same page, and can be forgotten', async () => {
    const amy = await newcomer(parley().url);
    amy.watch.excuse(/status of 429/);
    const checkMail = amy.page.getByRole('heading', { name: 'Check your mail' });
    await expect
      .poll(
        async () => {
          await amy.button('Send it again').click();
          return amy.page.getByText(/^Wait \d+ minutes/).count();
        },
        { timeout: 90_000, interval: 300 },
      )
      .toBe(1);
    await amy.page.getByText('We sent a new link').waitFor({ state: 'detached' });
    await lookAt(amy.page, 'check-mail-too-many');
    await amy.button('Sign out').click();
    await amy.isAtSignIn();
    await amy.signsIn();
    await checkMail.waitFor();
    // What comes above the button moves it away from under the pointer.
    await amy.button('Send it again').waitFor();
    await amy.button('Delete this account').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByRole('textbox').fill(amy.name);
    await lookAt(amy.page, 'check-mail-delete');
    await dialog.getByRole('button', { name: 'Delete for ever' }).click();
    await amy.page.getByText('Your account is deleted').waitFor();
    await amy.leaves();
    // The name is free.
    const again = await newcomer(parley().url, amy.name);
    await again.leaves();
  });

  /** Somebody who has just registered with a password. */
  async function newcomer(url: string, name = newName('amy')): Promise<Person> {
    const amy = await Person.arrives(browser(), url, name);
    await amy.page.goto(`${url}/register`);
    await amy.page.getByLabel('User name').fill(name);
    await amy.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await amy.page.getByLabel('E-mail address').fill(`${name}@example.org`);
    await amy.button('Create account').click();
    await amy.page.getByRole('heading', { name: 'Check your mail' }).waitFor();
    return amy;
  }
});
