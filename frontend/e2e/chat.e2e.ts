import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { legibleStorage } from './support/legible.js';
import { newName, Person } from './support/person.js';
import { opensEarlier, setsUpRecovery } from './support/recovery.js';

describe('a chat across two instances', () => {
  const browser = useBrowser();

  /** Two people who have registered, each on an instance of his own. */
  async function twoPeople(): Promise<[Person, Person]> {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    return [amy, ben];
  }

  test('arrives at once, and the sender sees sent, delivered and read', async () => {
    const [amy, ben] = await twoPeople();
    await ben.losesNetwork();
    await amy.opensChatWith(ben.name);
    await amy.says('Hello Ben');
    await amy.seesDelivery('Hello Ben', 'stored');

    await ben.regainsNetwork();
    await ben.chatInList(amy.name).getByText('Hello Ben').waitFor();
    await amy.seesDelivery('Hello Ben', 'delivered');

    await ben.picksChatWith(amy.name);
    await ben.sees('Hello Ben');
    await amy.seesDelivery('Hello Ben', 'read');

    await ben.says('Hello Amy');
    await amy.sees('Hello Amy');
    await ben.seesDelivery('Hello Amy', 'read');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('shows that somebody is typing, and no longer when the message is there', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    await ben.picksChatWith(amy.name);
    await amy.composer().pressSequentially('Wait for');
    const typing = ben.page.getByRole('region', { name: amy.name }).getByText('typing …');
    await typing.waitFor();
    await amy.composer().pressSequentially(' it');
    await amy.page.keyboard.press('Enter');
    await ben.sees('Wait for it');
    await typing.waitFor({ state: 'detached' });

    await amy.composer().pressSequentially('Never mind');
    await typing.waitFor();
    await amy.composer().fill('');
    await typing.waitFor({ state: 'detached' });
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('is complete and in order after a reload, and in a second browser', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    const texts = Array.from({ length: 12 }, (_, index) => `message ${index + 1} of twelve`);
    for (const text of texts) {
      await amy.says(text);
    }
    await amy.seesDelivery('message 12 of twelve', 'delivered');
    await expect.poll(() => amy.messages()).toEqual(texts);

    await amy.page.reload();
    await amy.sees('message 12 of twelve');
    await expect.poll(() => amy.messages()).toEqual(texts);

    const key = await setsUpRecovery(amy);
    const second = await Person.arrives(browser(), SECOND, amy.name);
    await second.signsIn();
    await second.isSignedIn();
    await opensEarlier(second, key);
    await second.picksChatWith(ben.name);
    await second.sees('message 12 of twelve');
    await expect.poll(() => second.messages()).toEqual(texts);
    await Promise.all([amy.leaves(), ben.leaves(), second.leaves()]);
  });

  test('goes on while somebody is away: what was written on both sides arrives', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    await amy.says('before');
    await ben.picksChatWith(amy.name);
    await ben.sees('before');

    await amy.losesNetwork();
    await amy.says('written without a network');
    await amy.seesDelivery('written without a network', 'queued');
    await amy.opensMenuOf('written without a network');
    await ben.says('said meanwhile');
    await amy.regainsNetwork();

    // A menu that grows, because the server has the message now, does not grow out of the window.
    await amy.page.getByRole('menuitem', { name: 'Delete…' }).click({ trial: true });
    await amy.page.keyboard.press('Escape');
    await amy.sees('said meanwhile');
    await ben.sees('written without a network');
    await amy.seesDelivery('written without a network', 'read');
    const log = ['before', 'said meanwhile', 'written without a network'];
    await expect.poll(() => amy.messages()).toEqual(log);
    await expect.poll(() => ben.messages()).toEqual(log);
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('loses nothing when the tab that holds the connection is closed', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    await amy.says('from the first tab');
    const url = amy.page.url();
    const follower = await amy.context.newPage();
    await follower.goto(url);
    await follower.getByRole('log').getByText('from the first tab').waitFor();
    await amy.page.close();

    const field = follower.getByRole('textbox', { name: /^Message to/ });
    await field.fill('from the second tab');
    await field.press('Enter');
    await ben.picksChatWith(amy.name);
    await ben.sees('from the second tab');
    await ben.says('heard you');
    await follower.getByRole('log').getByText('heard you').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('shows older messages as somebody scrolls up', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    for (let index = 1; index <= 70; index++) {
      await amy.composer().fill(`line ${index}.`);
      await amy.composer().press('Enter');
    }
    await amy.seesDelivery('line 70.', 'delivered');

    const key = await setsUpRecovery(ben);
    const second = await Person.arrives(browser(), SECOND, ben.name);
    await second.signsIn();
    await second.isSignedIn();
    await opensEarlier(second, key);
    await second.picksChatWith(amy.name);
    await second.page.getByRole('log').waitFor();
    await expect
      .poll(async () => {
        await second.page.getByRole('log').hover();
        await second.page.mouse.wheel(0, -4_000);
        return second.message('line 1.').count();
      })
      .toBeGreaterThan(0);
    await Promise.all([amy.leaves(), ben.leaves(), second.leaves()]);
  });

  test('keeps a draft over a reload, and nothing that reads as text in its databases', async () => {
    const [amy, ben] = await twoPeople();
    await amy.opensChatWith(ben.name);
    await amy.says('The heron nests behind the mill.');
    await amy.seesDelivery('The heron nests behind the mill.', 'delivered');
    await amy.composer().fill('not finished yet');
    await amy.chatInList(ben.name).getByText('Draft:').waitFor();
    const legible = await legibleStorage(amy.page);
    expect(legible).toContain(ben.name);
    expect(legible).not.toMatch(/heron|not finished yet/);
    await amy.page.reload();
    await amy.composer().waitFor();
    await expect.poll(() => amy.composer().inputValue()).toBe('not finished yet');
    await amy.sees('The heron nests behind the mill.');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });
});
