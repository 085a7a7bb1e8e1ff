import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

describe('who is there, what was read, and what is left to read', () => {
  const browser = useBrowser();

  /** Two people who have registered, each on an instance of his own. */
  async function twoPeople(): Promise<[Person, Person]> {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    return [amy, ben];
  }

  test('the other one is seen to come and go, unless he hides it', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    await amy.says('Hello Ben');
    const header = amy.page.getByRole('region', { name: ben.name }).locator('header');
    const online = header.getByText('online', { exact: true });
    await online.waitFor();
    await amy.chatInList(ben.name).getByRole('img', { name: 'online' }).waitFor();
    await lookAt(amy.page, 'presence');

    await ben.page.goto(`${ben.home}/settings`);
    const choice = ben.page.getByRole('group', { name: 'Online and last seen' });
    await choice.getByText('Nobody').click();
    await online.waitFor({ state: 'detached' });
    await choice.getByRole('radio', { name: 'Nobody', checked: true }).waitFor();
    await lookAt(ben.page, 'privacy');
    await ben.picksChatWith(amy.name);
    const atBen = ben.page.getByRole('region', { name: amy.name }).locator('header');
    await ben.sees('Hello Ben');
    // Who hides is not told either.
    expect(await atBen.getByText('online', { exact: true }).count()).toBe(0);

    await ben.page.goto(`${ben.home}/settings`);
    await choice.getByText('Everyone').click();
    await online.waitFor();
    await ben.leaves();
    await header.getByText(/last seen/).waitFor();
    await lookAt(amy.page, 'last-seen');
    await amy.leaves();
  });

  test('what is read by somebody who hides it is only delivered', async () => {
    const [amy, ben] = await twoPeople();
    await ben.page.goto(`${ben.home}/settings`);
    const choice = ben.page.getByRole('group', { name: 'Read receipts' });
    await choice.getByText('Nobody').click();
    await choice.getByRole('radio', { name: 'Nobody', checked: true }).waitFor();
    await amy.opensChatWith(ben.name);
    await amy.says('Hello Ben');
    await ben.picksChatWith(amy.name);
    await ben.sees('Hello Ben');
    await ben.says('Hello Amy');
    await amy.sees('Hello Amy');
    await amy.seesDelivery('Hello Ben', 'delivered');
    await ben.seesDelivery('Hello Amy', 'delivered');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('in a group an author looks up who has read a message', async () => {
    const [amy, ben] = await twoPeople();
    const cyd = await Person.joins(browser(), SECOND, newName('cyd'));
    const group = newName('walks');
    await cyd.losesNetwork();
    await new GroupScreens(amy).creates(group, [ben.name, cyd.name]);
    await amy.says('Who comes along?');
    await ben.picksChatWith(group);
    await ben.sees('Who comes along?');

    await amy.choosesFor('Who comes along?', 'Read by');
    const list = amy.page.getByRole('dialog', { name: 'Who has read this' });
    await list.getByRole('region', { name: 'Read by 1' }).getByText(ben.name).waitFor();
    const missing = list.getByRole('region', { name: 'Not delivered to 1 yet' });
    await missing.getByText(cyd.name).waitFor();
    await lookAt(amy.page, 'read-by');
    await cyd.regainsNetwork();
    await cyd.picksChatWith(group);
    await list.getByRole('region', { name: 'Read by 2' }).getByText(cyd.name).waitFor();
    await amy.page.keyboard.press('Escape');
    await Promise.all([amy.leaves(), ben.leaves(), cyd.leaves()]);
  });

  test('what is unread is counted alike on all devices and never stays behind', async () => {
    const [amy, ben] = await twoPeople();
    const other = await Person.arrives(browser(), FIRST, ben.name);
    await other.signsIn();
    await other.isConnected();
    const devices = [ben, other];
    const unread = (count: number) =>
      Promise.all(
        devices.map(async ({ page }) => {
          const title = count === 0 ? 'Parley' : `(${count}) Parley`;
          await expect.poll(() => page.title()).toBe(title);
        }),
      );
    await ben.losesNetwork();
    await amy.opensChatWith(ben.name);
    for (const text of ['one', 'two', 'three']) {
      await amy.says(text);
    }
    await ben.regainsNetwork();
    await unread(3);

    await ben.picksChatWith(amy.name);
    await ben.sees('three');
    await unread(0);
    await ben.page.getByRole('link', { name: 'Settings' }).click();
    await amy.says('four');
    await amy.says('five');
    await unread(2);

    await amy.choosesFor('five', 'Delete…');
    await amy.button('Delete for everybody').click();
    await unread(1);
    await other.losesNetwork();
    await ben.picksChatWith(amy.name);
    await ben.sees('four');
    await other.regainsNetwork();
    await unread(0);
    await Promise.all(devices.map(({ page }) => page.reload()));
    await Promise.all(devices.map((device) => device.isConnected()));
    await unread(0);
    await Promise.all([amy.leaves(), ben.leaves(), other.leaves()]);
  });
});
