import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { mailsTo, tokenLink } from './support/mail.js';
import { newName, Person } from './support/person.js';

const NEW_PASSWORD = 'seven quiet lanterns';

describe('a lost account', () => {
  const browser = useBrowser();

  test('is opened with a mail and a recovery code, and all devices are signed out', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    const address = `${amy.name}@example.org`;
    await amy.registers();
    await amy.page.goto(`${FIRST}/settings`);
    await amy.page.getByText('Verify an e-mail address first').waitFor();
    await amy.page.getByLabel('E-mail address').fill(address);
    await amy.button('Send link').click();
    const [verification] = await mailsTo(address, 1);
    await amy.page.goto(tokenLink(FIRST, verification));
    await amy.button('Verify this address').click();
    await amy.page.getByRole('link', { name: 'Open Parley' }).click();
    await amy.button('Make recovery codes').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Your recovery codes' });
    await dialog.getByRole('button', { name: 'Save as file' }).waitFor();
    await lookAt(amy.page, 'settings-recovery-codes');
    const codes = await dialog.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    const [file] = await Promise.all([
      amy.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save as file' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain(codes.join('\n'));
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await amy.page.getByText('10 codes left').waitFor();

    const again = await Person.arrives(browser(), SECOND, amy.name);
    again.watch.excuse(/status of 4(03|10|22)/);
    await again.page.getByRole('link', { name: 'I can’t sign in' }).click();
    await again.page.getByLabel('E-mail address').fill('no address');
    await again.button('Send link').click();
    await again.page.getByText('Enter an address such as').waitFor();
    await lookAt(again.page, 'recover-ask');
    await again.page.getByLabel('E-mail address').fill(address);
    await again.button('Send link').click();
    await again.page.getByText('Look into your mail').waitFor();
    await lookAt(again.page, 'recover-sent');

    const mails = await mailsTo(address, 3);
    const link = mails.find(({ text }) => text.includes('/recover#'));
    await again.page.goto(tokenLink(SECOND, link));
    await again.page.getByLabel('Recovery code').fill('0000-0000-0000-0000');
    await again.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await again.button('Open my account').click();
    await again.page.getByText('This is none of your codes').waitFor();
    await lookAt(again.page, 'recover');
    await again.page.getByLabel('Recovery code').fill((codes[0] ?? '').toLowerCase());
    await again.button('Open my account').click();
    await again.isSignedIn();
    await again.page.getByText('9 codes left').waitFor();
    amy.watch.excuse(/status of 401/);
    await amy.isAtSignIn();
    await amy.leaves();

    await again.page.goto('about:blank');
    await again.page.goto(tokenLink(SECOND, link));
    await again.page.getByLabel('Recovery code').fill(codes[1] ?? '');
    await again.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await again.button('Open my account').click();
    await again.page.getByText('This link was used before').waitFor();
    await again.leaves();
  });
});
