import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

describe('groups that everybody may find, over two instances', () => {
  const browser = useBrowser();
  const word = newName('oak');
  let amy: Person, ben: Person, cleo: Person;
  let atAmy: GroupScreens, atBen: GroupScreens;

  beforeAll(async () => {
    [amy, ben, cleo] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
      Person.joins(browser(), SECOND, newName('cleo')),
    ]);
    [atAmy, atBen] = [new GroupScreens(amy), new GroupScreens(ben)];
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves(), cleo.leaves()]));

  const looksForGroups = async (person: Person) => {
    await person.page.getByRole('link', { name: 'People', exact: true }).click();
    await person.page.getByRole('radio', { name: 'Groups' }).focus();
    await person.page.keyboard.press('Space');
    const search = person.page.getByRole('searchbox', { name: 'Name or words' });
    await search.waitFor();
    return search;
  };
  const card = (person: Person, name: string) =>
    person.page.getByRole('listitem').filter({
      has: person.page.getByRole('heading', { name, exact: true }),
    });

  test('an owner lets everybody find a group, and somebody finds and joins it', async () => {
    await atAmy.creates(`Chess ${word}`, [], 'Thursdays');
    await atAmy.opensInformation();
    await atAmy
      .information()
      .getByText('Only people who are added or have an invite link.')
      .waitFor();
    await amy.button('Let everybody find it').click();
    const dialog = amy.page.getByRole('dialog', { name: 'Let everybody find this group' });
    await dialog.getByLabel('Description').fill('Blitz under the oaks, Thursdays at eight');
    await dialog.getByLabel('What it is about').selectOption({ label: 'Chess' });
    await dialog.getByLabel('What it is about').selectOption({ label: 'Calligraphy' });
    await dialog.getByRole('button', { name: 'Remove Calligraphy' }).waitFor();
    await lookAt(amy.page, 'list-group');
    await dialog.getByRole('button', { name: 'List group' }).click();
    await atAmy.information().getByText('find it under People and join it').waitFor();
    await lookAt(amy.page, 'group-listed');

    await ben.page.goto(`${SECOND}/profile`);
    await ben.page.getByRole('checkbox', { name: 'Chess' }).check();
    await ben.button('Save interests').click();
    await ben.page.getByText('Interests saved').waitFor();
    const search = await looksForGroups(ben);
    await search.fill(`ches ${word}`);
    const found = card(ben, `Chess ${word}`);
    await found.getByText('Blitz under the oaks').waitFor();
    await found.getByText('1 member').waitFor();
    await found.getByText('You share: Chess').waitFor();
    await lookAt(ben.page, 'groups-found');
    await ben.page.getByLabel('About', { exact: true }).selectOption({ label: 'Calligraphy' });
    await found.waitFor();
    await ben.button(`Join Chess ${word}`).click();
    await ben.composer().waitFor();
    await atBen.hears('You found the group and joined');
    await ben.says('Is there a board?');
    await amy.sees('Is there a board?');
    await atAmy.hears(`${ben.name} found the group and joined`);

    await ben.page.goBack();
    await ben.page.getByRole('radio', { name: 'Groups', checked: true }).waitFor();
  });

  test('where admins decide, one asks to join and waits, and finds the group when let in', async () => {
    await atAmy.information().getByText('With approval', { exact: true }).click();
    await atAmy.hears('You changed the rules');
    const search = await looksForGroups(cleo);
    await search.fill(word);
    await cleo.button(`Ask to join Chess ${word}`).click();
    await card(cleo, `Chess ${word}`).getByText('Waiting for an admin').waitFor();
    await lookAt(cleo.page, 'group-asked');
    await amy.button(`Let in ${cleo.name}`).click();
    await cleo.page.getByRole('link', { name: `Open Chess ${word}` }).click();
    await cleo.composer().waitFor();
  });

  test('a group that is hidden again is found by nobody, and the empty list says so', async () => {
    await amy.button('Hide it again').click();
    await amy.page.getByText('Only invited people find the group now').waitFor();
    const search = await looksForGroups(cleo);
    await search.fill(`${word} chess`);
    await cleo.page.getByText('No group found').waitFor();
    await expect.poll(() => card(cleo, `Chess ${word}`).count()).toBe(0);
    await lookAt(cleo.page, 'groups-none');
  });
});
