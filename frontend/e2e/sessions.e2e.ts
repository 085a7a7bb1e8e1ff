import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';

describe('the sessions of a person', () => {
  const browser = useBrowser();

  async function twoBrowsers(): Promise<[Person, Person]> {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    await amy.registers();
    const second = await Person.arrives(browser(), SECOND, amy.name);
    await second.signsIn();
    await second.isSignedIn();
    // Being signed out is told by a refused request.
    for (const { watch } of [amy, second]) {
      watch.excuse(/status of 401/);
    }
    return [amy, second];
  }

  test('one can be ended from another, on another instance', async () => {
    const [amy, second] = await twoBrowsers();
    await second.isConnected();
    await second.page.goto(`${SECOND}/people`);
    await second.isConnected();
    await opensSettings(amy);
    await amy.page.getByRole('button', { name: /^Sign out Chrome/ }).click();
    await second.isAtSignIn();
    await second.page.getByText('signed out from another of your devices').waitFor();
    await amy.page.getByText('This device', { exact: true }).waitFor();
    // Back to where the person was.
    await signsInThere(second);
    await second.page.waitForURL('**/people');
    await Promise.all([amy.leaves(), second.leaves()]);
  });

  test('all of them end at once everywhere', async () => {
    const [amy, second] = await twoBrowsers();
    await second.isConnected();
    await opensSettings(amy);
    await amy.button('Sign out everywhere').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await Promise.all([amy.isAtSignIn(), second.isAtSignIn()]);
    await Promise.all([amy.leaves(), second.leaves()]);
  });

  test('all others end, and this one stays', async () => {
    const [amy, second] = await twoBrowsers();
    await second.isConnected();
    await opensSettings(amy);
    await amy.button('Sign out everywhere else').click();
    const dialog = amy.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await dialog.waitFor({ state: 'detached' });
    await second.isAtSignIn();
    await expect.poll(() => amy.page.getByRole('button', { name: /^Rename / }).count()).toBe(1);
    await expect.poll(() => amy.button('Sign out everywhere else').count()).toBe(0);
    await amy.isSignedIn();
    await Promise.all([amy.leaves(), second.leaves()]);
  });

  test('signing out deletes what the browser keeps, unless it shall be kept', async () => {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    amy.watch.excuse(/status of 401/);
    await amy.opensChatWith(ben.name);
    await amy.says('Kept or not?');
    await ben.picksChatWith(amy.name);
    await ben.sees('Kept or not?');
    await amy.composer().fill('Begun');
    await amy.chatInList(ben.name).getByText('Draft:').waitFor();
    await signsOut(amy, false);
    await expect.poll(() => keptBy(amy)).not.toEqual([]);
    await signsInThere(amy);
    await amy.isSignedIn();
    await amy.picksChatWith(ben.name);
    await amy.sees('Kept or not?');
    await expect.poll(() => amy.composer().inputValue()).toBe('Begun');
    await amy.composer().fill('');
    await amy.says('Still here');
    await ben.sees('Still here');
    await signsOut(amy, true);
    await expect.poll(() => keptBy(amy)).toEqual([]);
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('what was written before signing out is read by who was not there all the time', async () => {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    await ben.page.goto('about:blank');
    await amy.opensChatWith(ben.name);
    await amy.says('Read me when I am gone');
    await amy.seesDelivery('Read me when I am gone', 'stored');
    await signsOut(amy, true);
    await ben.page.goto(ben.home);
    await ben.picksChatWith(amy.name);
    await ben.sees('Read me when I am gone');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('a device is given a name, which it keeps', async () => {
    const [amy, second] = await twoBrowsers();
    await opensSettings(amy);
    const rename = amy.page.getByRole('button', { name: /^Rename / });
    await rename.nth(1).click();
    await amy.page.getByLabel('Name', { exact: true }).fill('Kitchen');
    await amy.page.keyboard.press('Enter');
    await amy.page.getByRole('dialog').waitFor({ state: 'detached' });
    await amy.page.getByRole('button', { name: 'Rename Kitchen' }).waitFor();
    await lookAt(amy.page, 'sessions');
    await amy.page.getByRole('button', { name: 'Sign out Kitchen' }).click();
    await second.isAtSignIn();
    await signsInThere(second);
    await second.isSignedIn();
    await opensSettings(second);
    await second.page.getByText('Kitchen', { exact: true }).waitFor();
    await Promise.all([amy.leaves(), second.leaves()]);
  });

  test('whoever comes back with a copied token ends the session, and its owner is told', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    // With the session its device has lost its keys, which the page may be about to confirm.
    amy.watch.excuse(/status of 40[19]/);
    await amy.registers();
    const copied = await amy.context.cookies();
    for (let visit = 0; visit < 2; visit++) {
      await amy.page.reload();
      await amy.isConnected();
    }
    const refused = await fetch(`${SECOND}/api/auth/refresh`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: copied.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      body: '{}',
    });
    expect(await refused.json()).toMatchObject({ status: 401, reason: 'token-reused' });
    await amy.isAtSignIn();
    await amy.page.getByText('Somebody may hold a copy').waitFor();
    await lookAt(amy.page, 'session-ended');
    await amy.leaves();
  });

  test('one that has expired leads to the sign-in page and back', async () => {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    amy.watch.excuse(/status of 401/);
    await amy.registers();
    await opensSettings(amy);
    // The clock of the server is not ours to move: it says what it would say.
    await amy.page.route('**/api/auth/refresh', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        json: {
          type: 'urn:parley:problem:session-ended',
          title: 'The session has ended',
          status: 401,
          reason: 'expired',
        },
      }),
    );
    await amy.page.reload();
    await amy.isAtSignIn();
    await amy.page.getByText('It was not used for a while').waitFor();
    await amy.page.unroute('**/api/auth/refresh');
    await signsInThere(amy);
    await amy.page.waitForURL('**/settings');
    await amy.leaves();
  });
});

async function opensSettings({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('This device', { exact: true }).waitFor();
}

/** Signs in on the page that is there. */
async function signsInThere(person: Person): Promise<void> {
  await person.page.getByLabel('User name').fill(person.name);
  await person.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await person.button('Sign in').click();
}

/** Signs out in the settings, and says whether what is kept here shall be deleted. */
async function signsOut(person: Person, isWiped: boolean): Promise<void> {
  await opensSettings(person);
  await person.button('Sign out').click();
  const dialog = person.page.getByRole('dialog');
  await dialog.getByLabel('Delete my data from this browser').setChecked(isWiped);
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click();
  await person.isAtSignIn();
}

/** The databases of accounts in this browser. */
function keptBy({ page }: Person): Promise<string[]> {
  return page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name = '' }) =>
      name.startsWith('parley-') ? [name] : [],
    ),
  );
}
