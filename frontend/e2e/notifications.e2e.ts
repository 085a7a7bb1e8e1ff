import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { newName, Person } from './support/person.js';

describe('what a person is told', () => {
  const browser = useBrowser();

  async function twoPeople(): Promise<[Person, Person]> {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    await amy.opensChatWith(ben.name);
    return [amy, ben];
  }

  test('the title counts what waits, until it is read', async () => {
    const [amy, ben] = await twoPeople();
    await ben.page.waitForFunction(() => document.title === 'Parley');
    await amy.says('One');
    await amy.says('Two');
    await ben.page.waitForFunction(() => document.title.startsWith('(2) '));
    await ben.picksChatWith(amy.name);
    await ben.page.waitForFunction(() => document.title === 'Parley');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('a conversation that is muted here is muted on the other device, and not counted', async () => {
    const [amy, ben] = await twoPeople();
    const tablet = await Person.arrives(browser(), FIRST, ben.name);
    await tablet.signsIn();
    await tablet.isSignedIn();
    // Whoever writes first believes the devices that he finds: one that comes later would be asked about.
    await tablet.canBeWrittenTo();
    await amy.says('Hello');
    await ben.picksChatWith(amy.name);
    await ben.button('Notifications of this conversation').click();
    await ben.page.getByRole('button', { name: 'Always' }).click();
    await ben.page.getByText('Muted until you unmute it').waitFor();
    await ben.button('Close').click();
    await ben.button('Notifications of this conversation (muted)').waitFor();
    await tablet.chatInList(amy.name).getByText('Muted').waitFor({ state: 'attached' });

    await ben.page.getByRole('link', { name: 'Settings' }).click();
    await amy.says('Quietly');
    await tablet.chatInList(amy.name).getByText('Quietly').waitFor();
    await expect.poll(() => tablet.page.title()).toBe('Parley');
    await Promise.all([amy.leaves(), ben.leaves(), tablet.leaves()]);
  });

  test('the browser is asked only when notifications are turned on', async () => {
    const ben = await Person.joins(browser(), FIRST, newName('ben'), async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(Notification, 'permission', { get: () => 'default' });
        Notification.requestPermission = () => {
          document.documentElement.dataset.asked = 'yes';
          return Promise.resolve('denied');
        };
      });
    });
    await ben.page.getByRole('link', { name: 'Settings' }).click();
    const asked = () => ben.page.evaluate(() => document.documentElement.dataset.asked);
    await ben.page.getByRole('heading', { name: 'Notifications' }).waitFor();
    expect(await asked()).toBeUndefined();
    await ben.page
      .getByRole('group', { name: 'When Parley is closed' })
      .getByText('On', { exact: true })
      .click();
    await ben.page.waitForFunction(() => document.documentElement.dataset.asked === 'yes');
    await ben.leaves();
  });

  test('the service worker is served as a script', async () => {
    const ben = await Person.joins(browser(), FIRST, newName('ben'));
    const answer = await ben.page.request.get(`${FIRST}/sw.js`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toMatch(/javascript/);
    await ben.leaves();
  });
});
