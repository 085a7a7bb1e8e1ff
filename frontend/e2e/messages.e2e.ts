import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { newName, Person } from './support/person.js';
import { opensEarlier, setsUpRecovery } from './support/recovery.js';

describe('messages of two people on two instances', () => {
  const browser = useBrowser();

  async function twoPeople(): Promise<[Person, Person]> {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    await amy.opensChatWith(ben.name);
    await amy.says('Shall we meet at ten?');
    await ben.picksChatWith(amy.name);
    await ben.sees('Shall we meet at ten?');
    return [amy, ben];
  }

  test('an answer quotes its message and leads back to it', async () => {
    const [amy, ben] = await twoPeople();
    await ben.choosesFor('Shall we meet at ten?', 'Reply');
    await ben.says('Ten is fine');
    const quote = amy.message('Ten is fine').locator('[data-quote]');
    await quote.getByText('Shall we meet at ten?').waitFor();
    await quote.click();
    await expect
      .poll(() => amy.page.evaluate(() => document.activeElement?.textContent))
      .toContain('Shall we meet at ten?');
    await amy.page.reload();
    await amy.message('Ten is fine').locator('[data-quote]').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('an arrow up changes the last own message, and says that it was changed', async () => {
    const [amy, ben] = await twoPeople();
    await amy.seesDelivery('Shall we meet at ten?', 'read');
    await amy.composer().press('ArrowUp');
    await expect.poll(() => amy.composer().inputValue()).toBe('Shall we meet at ten?');
    await amy.composer().fill('Shall we meet at **eleven**?');
    await amy.composer().press('Enter');
    const changed = ben.message('Shall we meet at eleven?');
    await changed.locator('[data-edited]').waitFor();
    await changed.locator('strong').getByText('eleven').waitFor();
    await expect.poll(() => ben.messages()).toEqual(['Shall we meet at eleven?']);
    await ben.page.reload();
    await changed.locator('[data-edited]').waitFor();
    await ben.chatInList(amy.name).getByText('Shall we meet at eleven?').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('reactions are counted, joined and taken back', async () => {
    const [amy, ben] = await twoPeople();
    await ben.reactsTo('Shall we meet at ten?', 'thumbs up');
    const chip = amy.message('Shall we meet at ten?').locator('[data-reaction="👍"]');
    await chip.getByText('1').waitFor();
    await chip.click();
    const atBen = ben.message('Shall we meet at ten?').locator('[data-reaction="👍"]');
    await atBen.getByText('2').waitFor();
    await atBen.click();
    await chip.getByText('1').waitFor();
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true');
    await expect
      .poll(() => ben.chatInList(amy.name).innerText())
      .toContain('Shall we meet at ten?');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('who was away finds the same: an edit, reactions, and nothing unread of them', async () => {
    const [amy, ben] = await twoPeople();
    await ben.page.getByRole('link', { name: 'Settings' }).click();
    await ben.losesNetwork();
    await amy.choosesFor('Shall we meet at ten?', 'Edit');
    await amy.composer().fill('Shall we meet at noon?');
    await amy.composer().press('Enter');
    await amy.message('Shall we meet at noon?').locator('[data-edited]').waitFor();
    await amy.reactsTo('Shall we meet at noon?', 'heart');
    await amy.message('noon').locator('[data-reaction="❤️"]').waitFor();
    await ben.regainsNetwork();
    await ben.page.getByRole('link', { name: /^Chats/ }).click();
    await ben.chatInList(amy.name).getByText('Shall we meet at noon?').waitFor();
    await expect.poll(() => ben.page.title()).toBe('Parley');
    await ben.picksChatWith(amy.name);
    await ben.message('noon').locator('[data-edited]').waitFor();
    await ben.message('noon').locator('[data-reaction="❤️"]').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('code, lists and links are drawn as what they are, and HTML as text', async () => {
    const [amy, ben] = await twoPeople();
    await amy.writes(
      'See:\n```js\nconst a = "<b>";\n```\n- one\n- [two](https://example.org/)\n\n<img src=x onerror=alert(1)>',
    );
    const shown = ben.message('See:');
    await shown.locator('pre').getByText('const a = "<b>";').waitFor();
    expect(await shown.locator('li').allInnerTexts()).toEqual(['one', 'two']);
    expect(await shown.getByRole('link').getAttribute('rel')).toContain('noopener');
    await shown.getByText('<img src=x onerror=alert(1)>').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('a name behind an @ is offered, taken and marked', async () => {
    const [amy, ben] = await twoPeople();
    await amy.composer().pressSequentially(`Ask @${ben.name.slice(0, 3)}`);
    await amy.page.getByRole('option', { name: ben.name }).waitFor();
    await amy.composer().press('Enter');
    await expect.poll(() => amy.composer().inputValue()).toBe(`Ask @${ben.name} `);
    await amy.composer().press('Enter');
    await ben.message(`Ask @${ben.name}`).locator('[data-mention]').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('an answer that was begun survives a reload', async () => {
    const [amy, ben] = await twoPeople();
    await ben.choosesFor('Shall we meet at ten?', 'Reply');
    await ben.composer().fill('Half past');
    await ben.chatInList(amy.name).getByText('Draft:').waitFor();
    await ben.page.reload();
    await ben.page.getByText(`Answering ${amy.name}`).waitFor();
    await ben.composer().press('Enter');
    await amy.message('Half past').locator('[data-quote]').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('search finds, marks and goes from one place to the next', async () => {
    const [amy, ben] = await twoPeople();
    await ben.says('Ten, at the Café?');
    await ben.says('Or elsewhere');
    await amy.sees('Or elsewhere');
    await amy.page.keyboard.press('Control+f');
    await amy.page.getByRole('searchbox', { name: 'Search in this chat' }).fill('ten');
    await amy.page.getByText('2 found').waitFor();
    await amy.page.keyboard.press('Enter');
    await amy.page.getByText('1 of 2').waitFor();
    await amy.message('Café').locator('mark').getByText('Ten').waitFor();
    await amy.page.getByRole('searchbox', { name: 'Search in this chat' }).fill('cafe');
    await amy.page.getByText('1 found').waitFor();
    await amy.page.keyboard.press('Escape');
    await amy.page.locator('mark').first().waitFor({ state: 'detached' });
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('a pin stands above the messages at both, and leads to its message', async () => {
    const [amy, ben] = await twoPeople();
    await amy.choosesFor('Shall we meet at ten?', 'Pin');
    const pin = ben.page.getByRole('group', { name: 'Pinned messages' });
    await pin.getByText('Shall we meet at ten?').waitFor();
    await ben.page.reload();
    await pin.getByRole('button', { name: 'Shall we meet at ten?' }).click();
    await expect
      .poll(() => ben.page.evaluate(() => document.activeElement?.textContent))
      .toContain('Shall we meet at ten?');
    await pin.getByRole('button', { name: 'Unpin' }).click();
    await amy.page.getByRole('group', { name: 'Pinned messages' }).waitFor({ state: 'detached' });
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('a message is passed on, and says so', async () => {
    const [amy, ben] = await twoPeople();
    const cleo = await Person.joins(browser(), SECOND, newName('cleo'));
    await ben.opensChatWith(cleo.name);
    await ben.picksChatWith(amy.name);
    await ben.choosesFor('Shall we meet at ten?', 'Forward');
    await ben.page.getByRole('dialog').getByLabel(cleo.name).check();
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Forward' }).click();
    await cleo.picksChatWith(ben.name);
    await cleo.message('Shall we meet at ten?').getByText('Forwarded').waitFor();
    await Promise.all([amy.leaves(), ben.leaves(), cleo.leaves()]);
  });

  test('a message that disappears counts down and is gone, for who was away too', async () => {
    const [amy, ben] = await twoPeople();
    const key = await setsUpRecovery(ben);
    await ben.picksChatWith(amy.name);
    const cleo = await Person.arrives(browser(), SECOND, ben.name);
    await cleo.signsIn();
    await cleo.isSignedIn();
    await cleo.canBeWrittenTo();
    await opensEarlier(cleo, key);
    await cleo.picksChatWith(amy.name);
    await cleo.sees('Shall we meet at ten?');
    await cleo.losesNetwork();
    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Disappearing messages' }).click();
    await amy.page.getByRole('menuitem', { name: '30 seconds' }).click();
    await amy.says('For your eyes only');
    await ben.message('For your eyes only').locator('[data-expires]').waitFor();
    await ben.message('For your eyes only').waitFor({ state: 'detached', timeout: 60_000 });
    await amy.message('For your eyes only').waitFor({ state: 'detached' });
    await cleo.regainsNetwork();
    await expect.poll(() => cleo.messages()).toEqual(['Shall we meet at ten?']);
    await Promise.all([amy.leaves(), ben.leaves(), cleo.leaves()]);
  });

  test('what is deleted for everybody is erased at all, its edits too, and for who was away', async () => {
    const [amy, ben] = await twoPeople();
    await amy.choosesFor('Shall we meet at ten?', 'Edit');
    await amy.composer().fill('Shall we meet at nine?');
    await amy.composer().press('Enter');
    await ben.sees('Shall we meet at nine?');
    await ben.losesNetwork();
    await amy.choosesFor('Shall we meet at nine?', 'Delete…');
    await amy.button('Delete for everybody').click();
    await amy.sees('This message was deleted.');
    await ben.regainsNetwork();
    await ben.sees('This message was deleted.');
    for (const person of [amy, ben]) {
      await person.page.reload();
      await person.sees('This message was deleted.');
      await expect.poll(() => person.messages()).toEqual(['This message was deleted.']);
    }
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('what is deleted for oneself stays with the other', async () => {
    const [amy, ben] = await twoPeople();
    await ben.says('Ten it is');
    await ben.choosesFor('Shall we meet at ten?', 'Delete…');
    await ben.button('Delete for me').click();
    await ben.message('Shall we meet at ten?').waitFor({ state: 'detached' });
    await ben.page.reload();
    await ben.sees('Ten it is');
    await expect.poll(() => ben.messages()).toEqual(['Ten it is']);
    await expect.poll(() => amy.messages()).toEqual(['Shall we meet at ten?', 'Ten it is']);
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('a message for later waits in a list, and can be taken back', async () => {
    const [amy, ben] = await twoPeople();
    await amy.composer().fill('Good morning from yesterday');
    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Send later' }).click();
    await amy.button('Send then').click();
    await amy.page.getByText('It will be sent').waitFor();
    await expect.poll(() => amy.composer().inputValue()).toBe('');
    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Send later' }).click();
    await amy.page.getByRole('dialog').getByText('Good morning from yesterday').waitFor();
    await amy.button('Do not send it').click();
    await amy.page.getByText('Nothing waits.').waitFor();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });
});
