import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';

describe('people over two instances', () => {
  const browser = useBrowser();
  let amy: Person, ben: Person;

  beforeAll(async () => {
    [amy, ben] = await Promise.all([
      Person.arrives(browser(), FIRST, newName('amy')),
      Person.arrives(browser(), SECOND, newName('ben')),
    ]);
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves()]));

  test('a new person is asked once for interests, and may add what is missing', async () => {
    await amy.page.goto(`${FIRST}/register`);
    await amy.page.getByLabel('User name').fill(amy.name);
    await amy.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await amy.button('Create account').click();
    await amy.skipsProfile();
    const question = amy.page.getByRole('dialog', { name: 'What are you into?' });
    await question.getByRole('checkbox', { name: 'Beekeeping' }).waitFor();
    await lookAt(amy.page, 'interests');
    await question.getByRole('checkbox', { name: 'Beekeeping' }).focus();
    await amy.page.keyboard.press('Space');
    await question.getByRole('checkbox', { name: 'Calligraphy' }).check();
    await question.getByText('Something is missing').click();
    await question.getByLabel('What is it called?').fill(`Kites ${amy.name}`);
    await amy.button('Add it').click();
    await question.getByRole('checkbox', { name: `Kites ${amy.name}`, checked: true }).waitFor();
    await question.getByText('3 chosen').waitFor();
    await amy.button('Save interests').click();
    await question.waitFor({ state: 'detached' });

    await amy.page.reload();
    await amy.isSignedIn();
    await amy.page.getByRole('link', { name: `Your profile, ${amy.name}` }).click();
    await amy.page.getByRole('checkbox', { name: 'Calligraphy', checked: true }).waitFor();
    expect(await amy.page.getByRole('dialog').count()).toBe(0);
  });

  test('what one tells is shown to whom one chose', async () => {
    await amy.page.getByLabel('Name', { exact: true }).fill('Amy Appleseed');
    await amy.page.getByLabel('About you').fill('I keep three hives behind the house.');
    await amy.page.getByLabel('Birth date').fill('1991-04-05');
    await amy.page.getByLabel('Links', { exact: true }).fill('example.org/amy');
    await amy.page.getByLabel('Gender').fill('woman');
    const shownTo = (field: string, audience: string) =>
      amy.page
        .getByRole('group', { name: `Who is shown: ${field}` })
        .getByText(audience, { exact: true })
        .click();
    await shownTo('About you', 'Everyone');
    await shownTo('Birth date', 'Everyone');
    await shownTo('Links', 'Contacts');
    await amy.button('Save profile').click();
    await amy.page.getByText('Profile saved').waitFor();
    await lookAt(amy.page, 'profile');

    await ben.registers();
    await ben.page.goto(`${SECOND}/profile`);
    await ben.page.getByRole('checkbox', { name: 'Beekeeping' }).check();
    await ben.page.getByRole('checkbox', { name: 'Chess' }).check();
    await ben.button('Save interests').click();
    await ben.page.getByText('Interests saved').waitFor();
  });

  test('people who share interests find each other, and begin to talk', async () => {
    await ben.page.getByRole('link', { name: 'People', exact: true }).click();
    const likeBen = ben.page.getByRole('list', { name: 'People like you' });
    const card = likeBen
      .getByRole('listitem')
      .filter({ hasText: `@${amy.name}` })
      .first();
    await card.getByText('Amy Appleseed').waitFor();
    await card.getByText('Beekeeping').waitFor();
    await lookAt(ben.page, 'discovery');

    await card.getByRole('link', { name: /Amy Appleseed/ }).click();
    await ben.page.getByRole('heading', { name: 'Amy Appleseed' }).waitFor();
    await ben.page.getByText('aged 35-44').or(ben.page.getByText('aged 25-34')).waitFor();
    await ben.page.getByText('I keep three hives behind the house.').waitFor();
    await ben.page.getByText('You have 1 interest in common.').waitFor();
    expect(await ben.page.getByText('example.org/amy').count()).toBe(0);
    expect(await ben.page.getByText('woman').count()).toBe(0);
    expect(await ben.page.getByText('1991').count()).toBe(0);
    expect(await ben.page.getByText(/^Kites/).count()).toBe(0);
    await lookAt(ben.page, 'person');
    await ben.button(`Ask to chat: ${amy.name}`).click();
    await ben.page.getByLabel('A few words (optional)').fill('Hives? Tell me more.');
    await ben.button('Send request').click();
    await amy.page.getByRole('link', { name: /^Requests/ }).click();
    await amy.page.getByText('Hives? Tell me more.').waitFor();
    await amy.button(`Accept the request of ${ben.name}`).click();
    await amy.composer().waitFor();
    await amy.says('With pleasure.');
    await ben.picksChatWith(amy.name);
    await ben.sees('With pleasure.');
  });

  test('people are found by words and interests, and not when they do not want to', async () => {
    await ben.page.getByRole('link', { name: 'People', exact: true }).click();
    const search = ben.page.getByRole('searchbox');
    const found = ben.page.getByRole('list', { name: 'People found' });
    const amyFound = found.getByText(`@${amy.name}`);
    await search.fill('applesed');
    await amyFound.waitFor();
    await search.fill('hives house');
    await amyFound.waitFor();
    await ben.page.getByLabel('Who is interested in').selectOption({ label: 'Calligraphy' });
    await ben.page.getByRole('button', { name: 'Remove Calligraphy' }).waitFor();
    await amyFound.waitFor();
    await lookAt(ben.page, 'people-found');

    await amy.page.goto(`${FIRST}/settings`);
    await amy.page
      .getByRole('group', { name: 'Being found among people' })
      .getByText('Nobody', { exact: true })
      .click();
    await expect
      .poll(() =>
        amy.page
          .getByRole('group', { name: 'Being found among people' })
          .getByRole('radio', { name: 'Nobody', checked: true })
          .count(),
      )
      .toBe(1);
    await ben.page.reload();
    await search.fill('hives house');
    await ben.page.getByText('Nobody found').waitFor();
    await search.fill(amy.name);
    await amyFound.waitFor();
  });

  test('a person is looked up by exactly what he is called, when he allows it', async () => {
    await ben.page.getByRole('link', { name: 'People', exact: true }).click();
    const search = ben.page.getByRole('searchbox');
    ben.watch.excuse(/status of 400/);
    await search.fill(`@${amy.name}`);
    await ben.button(`Look up @${amy.name}`).waitFor();
    await lookAt(ben.page, 'look-up');
    await search.press('Enter');
    await ben.page.getByRole('list', { name: 'People found' }).getByText(`@${amy.name}`).waitFor();

    await search.fill('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD');
    await search.press('Enter');
    await ben.page.getByText('The checksum of this wallet address is wrong').waitFor();
    await search.fill('amy.eth');
    await search.press('Enter');
    await ben.page.getByText('Nobody found by that').waitFor();
    await search.fill('\u0430my.eth');
    await search.press('Enter');
    await ben.page.getByText('This name has letters that are not looked up').waitFor();
    await search.fill('nobody@example.org');
    await search.press('Enter');
    await ben.page.getByText('Nobody found by that').waitFor();

    await amy.page.goto(`${FIRST}/settings`);
    const byName = amy.page.getByRole('group', { name: 'Being found by user name' });
    await byName.getByText('Nobody', { exact: true }).click();
    await expect
      .poll(() => byName.getByRole('radio', { name: 'Nobody', checked: true }).count())
      .toBe(1);
    await ben.page.reload();
    await search.fill(`@${amy.name}`);
    await search.press('Enter');
    await ben.page.getByText('Nobody found by that').waitFor();
    await lookAt(ben.page, 'look-up-nobody');
  });
});
