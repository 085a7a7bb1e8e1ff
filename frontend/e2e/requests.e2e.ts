import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

describe('chat requests over two instances', () => {
  const browser = useBrowser();
  let amy: Person, ben: Person, cyd: Person;

  beforeAll(async () => {
    [amy, ben, cyd] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
      Person.joins(browser(), FIRST, newName('cyd')),
    ]);
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves(), cyd.leaves()]));

  const findsPerson = async (person: Person, other: Person) => {
    await person.searchesFor(other.name);
    await person.page
      .getByRole('list', { name: 'People found' })
      .getByRole('link', { name: other.name })
      .waitFor();
  };
  const asks = async (person: Person, other: Person, note: string) => {
    await findsPerson(person, other);
    await person.button(`Ask to chat: ${other.name}`).click();
    await person.page.getByLabel('A few words (optional)').fill(note);
  };
  const requests = (person: Person) => person.page.getByRole('link', { name: /^Requests/ });

  test('a request is told at once, and accepting opens the conversation', async () => {
    await asks(amy, ben, 'We met at the bee fair.');
    await lookAt(amy.page, 'ask');
    await amy.button('Send request').click();
    await amy.button(`Take back your request to ${ben.name}`).waitFor();
    await ben.page.getByText(`${amy.name} asks to chat with you`).waitFor();
    await expect.poll(() => requests(ben).innerText()).toMatch(/1/);
    await requests(ben).click();
    const card = ben.page.getByRole('list', { name: 'Received' }).getByRole('listitem');
    await card.getByText('We met at the bee fair.').waitFor();
    await card.getByText('You have nothing in common yet').waitFor();
    await lookAt(ben.page, 'requests');
    await ben.button(`Accept the request of ${amy.name}`).click();
    await ben.composer().waitFor();
    await ben.says('The honey was great.');
    await amy.picksChatWith(ben.name);
    await amy.sees('The honey was great.');
    await expect.poll(() => requests(ben).innerText()).not.toMatch(/1/);
  });

  test('who is declined may not ask again, and who is ignored sees no difference', async () => {
    await asks(cyd, ben, '');
    await cyd.button('Send request').click();
    await requests(ben).click();
    await ben.button(`Decline the request of ${cyd.name}`).click();
    await ben.page.getByText('No requests', { exact: true }).waitFor();
    const ask = cyd.button(`Ask to chat: ${ben.name}`);
    await ask.click();
    cyd.watch.excuse(/status of 409/);
    await cyd.button('Send request').click();
    await cyd.page.getByText('You have asked before').waitFor();
    await cyd.button('Cancel').click();

    await asks(cyd, amy, 'Hello?');
    await cyd.button('Send request').click();
    await requests(amy).click();
    await amy.button(`More about the request of ${cyd.name}`).click();
    await amy.page.getByRole('menuitem', { name: 'Ignore silently' }).click();
    await amy.page.getByText('No requests', { exact: true }).waitFor();
    await amy.page.getByText('Ignored', { exact: true }).click();
    await amy.page.getByRole('list', { name: 'Ignored' }).getByText('Hello?').waitFor();
    await cyd.page.reload();
    await findsPerson(cyd, amy);
    await cyd.button(`Take back your request to ${amy.name}`).waitFor();
    await requests(cyd).click();
    await cyd.page.getByText('Sent', { exact: true }).click();
    await cyd.page.getByRole('list', { name: 'Sent' }).getByText(amy.name).first().waitFor();
  });

  test('who is blocked is gone for both, and what they said stays', async () => {
    await ben.page.getByRole('link', { name: /^Chats/ }).click();
    await ben.chatInList(amy.name).click();
    await ben.composer().waitFor();
    await ben.page.getByRole('heading', { level: 1 }).getByRole('link', { name: amy.name }).click();
    await ben.page.getByText('Your contact').waitFor();
    await ben.button(`Block ${amy.name}`).click();
    await ben.page.getByText('We do not tell them.').waitFor();
    await lookAt(ben.page, 'block');
    // Held back until ben's own stream has told of it: the page asks for nobody who is gone.
    const news = await ben.listensFor('block.changed');
    const asked: string[] = [];
    const listener = (request: Request) => asked.push(new URL(request.url()).pathname);
    await ben.page.route(/\/blocks\/[^/]+$/, async (route) => {
      const response = await route.fetch();
      ben.page.on('request', listener);
      await news.stored;
      // What follows from the news on the screen has been done when the browser is idle.
      await ben.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      ben.page.off('request', listener);
      await route.fulfill({ response });
    });
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
    await ben.page.getByText(`${amy.name} is blocked`).waitFor();
    expect(asked.filter((path) => path.startsWith('/api/people/'))).toEqual([]);
    await ben.page.getByRole('link', { name: /^Chats/ }).click();
    await ben.chatInList(amy.name).click();
    await ben.page.getByText(`You have blocked ${amy.name}.`).waitFor();
    await ben.sees('The honey was great.');
    await lookAt(ben.page, 'blocked');

    await amy.picksChatWith(ben.name);
    await amy.writes('Are you there?');
    await amy.seesDelivery('Are you there?', 'failed');
    const found = amy.page.waitForResponse(
      (answer) => answer.url().includes('/api/people') && answer.url().includes(ben.name),
    );
    await amy.searchesFor(ben.name);
    // Others may be called almost so.
    expect(await (await found).text()).not.toContain(ben.name);
    await expect
      .poll(() => amy.page.getByRole('link', { name: ben.name, exact: true }).count())
      .toBe(0);

    await ben.page.getByRole('link', { name: /^Settings/ }).click();
    const blocked = ben.page.getByRole('list', { name: 'Blocked people' });
    await blocked.getByText(amy.name).waitFor();
    await lookAt(ben.page, 'settings-blocked');
    await ben.button(`Unblock ${amy.name}`).click();
    await ben.page.getByText('You block nobody.').waitFor();
    await amy.picksChatWith(ben.name);
    await amy.button('Try again').first().click();
    await amy.seesDelivery('Are you there?', 'delivered');
  });

  test('an invite link makes a contact without asking, whoever may ask', async () => {
    await amy.page.getByRole('link', { name: /^Settings/ }).click();
    await amy.page.getByLabel('Chat requests').selectOption({ label: 'Nobody' });
    await amy.button('Make an invite link').click();
    const address = await amy.page.getByLabel('Invite link').inputValue();
    await lookAt(amy.page, 'settings-contacts');
    const { pathname, hash } = new URL(address);
    await cyd.page.goto('about:blank');
    await cyd.page.goto(cyd.home.replace(/\/$/, '') + pathname + hash);
    await cyd.button(`Chat with ${amy.name}`).waitFor();
    await lookAt(cyd.page, 'meet');
    await cyd.button(`Chat with ${amy.name}`).click();
    await cyd.composer().waitFor();
    await cyd.says('Thanks for the link.');
    await amy.picksChatWith(cyd.name);
    await amy.sees('Thanks for the link.');
  });

  test('a message is reported with what the person chooses to show', async () => {
    await amy.choosesFor('Thanks for the link.', 'Report');
    const dialog = amy.page.getByRole('dialog', { name: `Report ${cyd.name}?` });
    await dialog.getByLabel('What is it about?').selectOption({ label: 'Something else' });
    await dialog.getByLabel('Show them this message').waitFor();
    await lookAt(amy.page, 'report');
    await dialog.getByLabel(`Block ${cyd.name} as well`).uncheck();
    await dialog.getByRole('button', { name: 'Send report' }).click();
    await amy.page.getByText('Thank you. The moderators have your report.').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });
});
