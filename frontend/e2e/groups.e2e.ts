import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { newName, Person } from './support/person.js';

describe('a group over two instances', () => {
  const browser = useBrowser();
  let amy: Person, ben: Person, cleo: Person;
  let atAmy: GroupScreens, atBen: GroupScreens, atCleo: GroupScreens;

  // Three people meet in one group after the other.
  beforeAll(async () => {
    [amy, ben, cleo] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
      Person.joins(browser(), SECOND, newName('cleo')),
    ]);
    // Whoever goes, or is gone, while this browser joins the encrypted group is not told about it.
    [ben, cleo].forEach(({ watch }) => watch.excuse(/404 .*\/welcome/));
    [atAmy, atBen, atCleo] = [new GroupScreens(amy), new GroupScreens(ben), new GroupScreens(cleo)];
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves(), cleo.leaves()]));

  test('appears with everybody who is in it, and everybody sees who says what', async () => {
    await atAmy.creates('Sunday walks', [ben.name, cleo.name], 'Where to, and when');
    await atAmy.hears('You created the group');
    await amy.page.getByText('3 members').first().waitFor();
    await amy.says('To the lake?');

    await ben.picksChatWith('Sunday walks');
    await ben.message('To the lake?').locator('[data-sender]').getByText(amy.name).waitFor();
    await ben.composer().pressSequentially(`Yes @${cleo.name.slice(0, 5)}`);
    await ben.page.getByRole('option', { name: cleo.name }).click();
    await ben.composer().press('Enter');
    await cleo.chatInList('Sunday walks').getByText(`${ben.name}: Yes @${cleo.name}`).waitFor();
    await cleo.picksChatWith('Sunday walks');
    await cleo.message('Yes').locator('[data-mention]').waitFor();
    await cleo.composer().pressSequentially('I bring');
    await amy.page.getByText(`${cleo.name} is typing …`).first().waitFor();
    await cleo.composer().press('Enter');
    await amy.sees('I bring');
    await ben.sees('I bring');
    await amy.seesDelivery('To the lake?', 'read');

    await atAmy.opensInformation();
    await atAmy.renames('Saturday walks');
    await atBen.hears(`${amy.name} named the group “Saturday walks”`);
    await cleo.page.getByRole('heading', { name: 'Saturday walks' }).waitFor();
  });

  test('grows, gives roles, and becomes one in which only admins write', async () => {
    await atAmy.creates('Choir', [ben.name]);
    await amy.says('Before Cleo');
    await ben.picksChatWith('Choir');
    await ben.sees('Before Cleo');
    await atAmy.opensInformation();
    await atAmy.adds([cleo.name]);
    await atAmy.hears(`You added ${cleo.name}`);
    await amy.says('Welcome');

    // Who is added while the app is open finds the group there, from then on.
    await cleo.picksChatWith('Choir');
    await cleo.sees('Welcome');
    await atCleo.hears(`${amy.name} added you`);
    await expect.poll(() => cleo.messages()).toEqual(['Welcome']);

    await ben.picksChatWith('Choir');
    await atBen.opensInformation();
    await atBen.member(cleo.name).waitFor();
    expect(await ben.page.getByRole('heading', { name: 'Rules' }).count()).toBe(0);
    await cleo.composer().fill('Half a thought');
    await atAmy.rules('Who writes', 'Admins');
    await atCleo.isTold('Only admins write in this group.');
    await atBen.isTold('Only admins write in this group.');
    await atAmy.does('Make admin', ben.name);
    await atBen.hears(`${amy.name} made you an admin`);
    await atCleo.hears(`${amy.name} made ${ben.name} an admin`);
    await ben.page.getByRole('heading', { name: 'Rules' }).waitFor();
    await ben.says('The concert is on Friday');
    await cleo.sees('The concert is on Friday');
    await atBen.rules('Who writes', 'Everybody');
    await expect.poll(() => cleo.composer().inputValue()).toBe('Half a thought');
    await cleo.composer().press('Enter');
    await amy.sees('Half a thought');
  });

  test('who is removed while away keeps what came before, and can come back', async () => {
    await atAmy.creates('Chess', [ben.name, cleo.name]);
    await amy.says('Your move');
    await ben.picksChatWith('Chess');
    await ben.sees('Your move');
    await ben.losesNetwork();

    await atAmy.opensInformation();
    await atAmy.does('Remove from the group', ben.name, 'Remove');
    await atAmy.hears(`You removed ${ben.name}`);
    await amy.says('Nothing for Ben');
    await cleo.picksChatWith('Chess');
    await cleo.sees('Nothing for Ben');

    await ben.regainsNetwork();
    await atBen.isTold('You were removed from this group.');
    await atBen.hears(`${amy.name} removed you`);
    await expect.poll(() => ben.messages()).toEqual(['Your move']);
    await ben.page.reload();
    await atBen.isTold('You were removed from this group.');
    await expect.poll(() => ben.messages()).toEqual(['Your move']);

    await atAmy.adds([ben.name]);
    await amy.says('Welcome back');
    await ben.sees('Welcome back');
    await ben.says('Knight to f3');
    await cleo.sees('Knight to f3');

    await atAmy.does('Ban from the group', ben.name, 'Ban');
    await atBen.isTold('You were banned from this group.');
    await amy.button(`Lift the ban on ${ben.name}`).click();
    await atAmy.hears(`You lifted the ban on ${ben.name}`);
  });

  test('is left by all but its last owner, who deletes it', async () => {
    await atAmy.creates('Book club', [ben.name, cleo.name]);
    await amy.says('Chapter one');
    await ben.picksChatWith('Book club');
    await atBen.opensInformation();
    expect(await ben.button('Delete group').count()).toBe(0);
    await ben.button('Leave group').click();
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await atBen.isTold('You left this group.');
    await atAmy.hears(`${ben.name} left`);

    await atAmy.opensInformation();
    await amy.button('Leave group').click();
    await amy.page.getByText('A group needs an owner.').waitFor();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await cleo.picksChatWith('Book club');
    await cleo.sees('Chapter one');
    await amy.button('Delete group').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await atCleo.isTold('This group was deleted.');
    await atAmy.isTold('This group was deleted.');
    await cleo.sees('Chapter one');
  });

  test('new messages live as long as the rules of the group say, and only those pin who may', async () => {
    await atAmy.creates('Secrets', [ben.name]);
    await amy.says('For long');
    await ben.picksChatWith('Secrets');
    await ben.sees('For long');
    await atAmy.opensInformation();
    await atAmy.rules('Who pins messages', 'Everybody');
    await atBen.hears(`${amy.name} changed the rules`);
    await ben.choosesFor('For long', 'Pin');
    const pin = amy.page.getByRole('group', { name: 'Pinned messages' });
    await pin.waitFor();
    await atAmy.rules('Who pins messages', 'Admins');
    await pin.waitFor({ state: 'detached' });
    await amy.page.getByLabel('New messages disappear').selectOption({ label: 'After 1 hour' });
    await atAmy.hears('You set new messages to disappear after 1 hour');
    await ben.button('New messages disappear after 1 hour').waitFor();
    await ben.says('For an hour');
    await amy.message('For an hour').locator('[data-expires]').waitFor();
    await ben.message('For an hour').locator('[data-text]').click({ button: 'right' });
    await ben.page.getByRole('menu').waitFor();
    expect(await ben.page.getByRole('menuitem', { name: 'Pin' }).count()).toBe(0);
    await ben.page.keyboard.press('Escape');
  });
});
