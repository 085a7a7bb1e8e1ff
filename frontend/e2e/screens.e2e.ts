import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SCREENSHOTS, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { TestWallet } from './support/wallet.js';

describe('every screen is accessible in both sizes and themes', () => {
  const browser = useBrowser();

  test('before signing in', async () => {
    const wallet = new TestWallet(31_337);
    const guest = await Person.arrives(browser(), FIRST, 'guest', (page) => wallet.moveInto(page));
    await guest.isAtSignIn();
    await lookAt(guest.page, 'sign-in');
    await guest.button('Continue with Test Wallet').click();
    await guest.button('Open Test Wallet').waitFor();
    await lookAt(guest.page, 'wallet');
    await guest.page.goto(`${FIRST}/register`);
    await lookAt(guest.page, 'register');
    await guest.page.goto(`${FIRST}/nowhere`);
    await guest.page.getByText('This page does not exist').waitFor();
    await lookAt(guest.page, 'not-found');
    await guest.leaves();
  });

  test('after it', async () => {
    const named = SCREENSHOTS === undefined ? newName : (name: string) => name;
    const [ada, grace, linus] = await Promise.all([
      Person.arrives(browser(), FIRST, named('ada')),
      Person.arrives(browser(), SECOND, named('grace')),
      Person.arrives(browser(), SECOND, named('linus')),
    ]);
    await Promise.all([ada.registers(), grace.registers(), linus.registers()]);
    await ada.page.getByText('No chats yet').waitFor();
    await lookAt(ada.page, 'chats-empty');

    await linus.opensChatWith(ada.name);
    await linus.says('The build is green again.');
    await linus.says('Lunch?');
    await grace.opensChatWith(ada.name);
    await grace.says('The keynote slot is ours: forty minutes, Thursday morning.');
    await ada.picksChatWith(grace.name);
    await ada.says('Wonderful. Shall we show it live, or play it safe with a recording?');
    await grace.says('Live. People remember what could have gone wrong and did not.');
    await ada.says('Deal. The outline is at https://example.org/keynote');
    await ada.writes('1. Why order matters\n2. One log\n3. Questions');
    await ada.sees('Why order matters');
    await grace.says(
      'Could you move acknowledgements before the failure stories? Otherwise nobody knows yet why a tick means anything.',
    );
    await ada.says('Good point, moved.');
    await ada.seesDelivery('Good point, moved.', 'read');
    await lookAt(ada.page, 'chat');
    await twoWindows(ada.page, grace.page);

    await ada.page.getByRole('button', { name: /End-to-end encrypted/ }).click();
    await lookAt(ada.page, 'sealed');
    await ada.button('Close').click();
    await ada.button('Notifications of this conversation').click();
    await lookAt(ada.page, 'notifications');
    await ada.button('Close').click();
    await ada.page.keyboard.press('Control+k');
    await ada.page.getByRole('combobox').waitFor();
    await lookAt(ada.page, 'jump');
    await ada.page.keyboard.press('Escape');

    await ada.page.goto(`${FIRST}/chats`);
    await ada.chatInList(linus.name).getByText('Lunch?').waitFor();
    await lookAt(ada.page, 'chats');
    await ada.page.goto(`${FIRST}/people`);
    await ada.page.getByRole('searchbox').fill(grace.name.slice(0, 6));
    await ada.button(`Message ${grace.name}`).waitFor();
    await lookAt(ada.page, 'people');
    await ada.page.goto(`${FIRST}/settings`);
    await ada.page.getByText('This device', { exact: true }).waitFor();
    await lookAt(ada.page, 'settings');
    await ada.button('Sign out everywhere').click();
    await lookAt(ada.page, 'sign-out');
    await ada.page.keyboard.press('Escape');

    await ada.page.goto(`${FIRST}/chats/00000000-0000-7000-8000-000000000000`);
    await ada.page.getByText('There is no such conversation').waitFor();
    await lookAt(ada.page, 'no-conversation');
    await Promise.all([ada.leaves(), grace.leaves(), linus.leaves()]);
  });

  test('with messages that were answered, changed, pinned and reacted to', async () => {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    await ben.opensChatWith(amy.name);
    await ben.writes('Does the **retry** keep its `cid`?');
    await ben.sees('Does the retry keep');
    await amy.picksChatWith(ben.name);
    await amy.choosesFor('Does the retry', 'Pin');
    await amy.choosesFor('Does the retry', 'Reply');
    await amy.writes(
      'Yes, always:\n```ts\nfunction retry(item: Item) {\n  return send({ ...item, cid: item.cid, why: "the same message is never stored twice" });\n}\n```\n> one message, one key\n\n1. it is [written down](https://example.org/protocol)\n2. and tested',
    );
    await ben.sees('Yes, always');
    await ben.reactsTo('Yes, always', 'heart');
    await amy.reactsTo('Yes, always', 'heart');
    await ben.reactsTo('Yes, always', 'thumbs up');
    await ben.says(`Thanks @${amy.name}, that was it`);
    await amy.composer().press('ArrowUp');
    await amy.page.keyboard.press('Escape');
    await amy.says('Glad to hear it');
    await amy.seesDelivery('Glad to hear it', 'read');
    await amy.composer().press('ArrowUp');
    await amy.composer().fill('Glad to hear that!');
    await amy.composer().press('Enter');
    await amy.message('Glad to hear that!').locator('[data-edited]').waitFor();
    await amy.seesDelivery('Glad to hear that!', 'read');
    await lookAt(amy.page, 'messages');
    await amy.page.keyboard.press('Control+f');
    await amy.page.getByRole('searchbox', { name: 'Search in this chat' }).fill('that');
    await amy.page.locator('mark').first().waitFor();
    await lookAt(amy.page, 'search');
    await amy.page.keyboard.press('Escape');
    await amy.message('Thanks').locator('[data-text]').click({ button: 'right' });
    await amy.page.getByRole('menu').waitFor();
    await lookAt(amy.page, 'message-menu');
    await amy.button('Choose an emoji').click();
    await amy.page.getByRole('searchbox', { name: 'Search emoji' }).waitFor();
    await lookAt(amy.page, 'emoji');
    await amy.page.keyboard.press('Escape');
    await amy.choosesFor('Thanks', 'Forward');
    await lookAt(amy.page, 'forward');
    await amy.page.keyboard.press('Escape');
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('in a group', async () => {
    const named = SCREENSHOTS === undefined ? newName : (name: string) => name;
    const [clara, jonas, mia] = await Promise.all([
      Person.joins(browser(), FIRST, named('clara')),
      Person.joins(browser(), SECOND, named('jonas')),
      Person.joins(browser(), SECOND, named('mia')),
    ]);
    const [atClara, atMia] = [new GroupScreens(clara), new GroupScreens(mia)];
    await jonas.opensChatWith(clara.name);
    await jonas.says('Shall we ask the others too?');
    await clara.picksChatWith(jonas.name);
    await clara.sees('Shall we ask the others too?');

    await clara.page.getByRole('link', { name: 'New group' }).click();
    await clara.page.getByLabel('Name', { exact: true }).fill('Lighthouse crew');
    await clara.page.getByRole('checkbox', { name: jonas.name }).check();
    await lookAt(clara.page, 'new-group');
    await atClara.creates('Lighthouse crew', [jonas.name], 'Who keeps the light on, and when.');
    await clara.says('Hello everybody! This is where we plan the summer.');
    await atClara.opensInformation();
    await atClara.adds([mia.name]);
    await atClara.does('Make admin', jonas.name);
    await atClara.hears(`You made ${jonas.name} an admin`);
    await jonas.picksChatWith('Lighthouse crew');
    await jonas.says('I can take the first two weeks of June.');
    await mia.picksChatWith('Lighthouse crew');
    await mia.says(`Then I come after you, @${jonas.name}.`);
    await clara.choosesFor('Then I come', 'Reply');
    await clara.says('Perfect, I write it down.');
    await mia.reactsTo('Perfect', 'heart');
    await jonas.reactsTo('Perfect', 'heart');
    await atClara.renames('Lighthouse crew 2027');
    await clara.message('Perfect').locator('[data-reaction="❤️"]').getByText('2').waitFor();
    await clara.seesDelivery('Perfect', 'read');
    await lookAt(clara.page, 'group-info');
    await clara.page.getByRole('link', { name: 'Close the group information' }).click();
    await lookAt(clara.page, 'group');
    await mia.page.setViewportSize({ width: 390, height: 844 });
    await mia.page.getByRole('link', { name: 'Lighthouse crew 2027' }).click();
    await mia.button('Leave group').click();
    await mia.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await mia.page.getByRole('link', { name: 'Back' }).click();
    await atMia.isTold('You left this group.');
    await lookAt(mia.page, 'group-left');
    await Promise.all([clara.leaves(), jonas.leaves(), mia.leaves()]);
  });

  /** A picture of one chat in two browsers on two instances, for the documents. */
  async function twoWindows(first: Page, second: Page): Promise<void> {
    if (SCREENSHOTS === undefined) {
      return;
    }
    const windows = [];
    for (const page of [first, second]) {
      await page.setViewportSize({ width: 960, height: 760 });
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      );
      windows.push({ url: page.url(), picture: (await page.screenshot()).toString('base64') });
    }
    const frames = windows.map(
      ({ url, picture }) =>
        `<figure><figcaption>${new URL(url).host}</figcaption><img src="data:image/png;base64,${picture}"></figure>`,
    );
    const sheet = await browser().newPage({ viewport: { width: 2000, height: 840 } });
    await sheet.setContent(
      `<style>body{margin:0;display:flex;gap:24px;padding:16px;background:#cfc9bc}figure{margin:0;flex:1;border-radius:12px;overflow:hidden;background:#fff}figcaption{font:600 16px system-ui;padding:10px 16px;color:#444}img{display:block;width:100%}</style>${frames.join('')}`,
    );
    await writeFile(`${SCREENSHOTS}/two-instances.png`, await sheet.screenshot({ fullPage: true }));
    await sheet.close();
  }
});

describe('the app itself', () => {
  const browser = useBrowser();

  test('is served under a strict policy, and a deep link survives a reload', async () => {
    const guest = await Person.arrives(browser(), FIRST, 'guest');
    const response = await guest.page.goto(`${FIRST}/chats/00000000-0000-7000-8000-000000000000`);
    expect(response?.status()).toBe(200);
    const policy = response?.headers()['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    await guest.isAtSignIn();
    await guest.leaves();
  });

  test('can be used with the keyboard alone', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    await amy.opensChatWith(ben.name);
    await amy.page.goto(`${FIRST}/chats`);
    await amy.chatInList(ben.name).waitFor();
    await amy.page.keyboard.press('Control+k');
    await amy.page.keyboard.type(ben.name);
    await amy.page.keyboard.press('Enter');
    await amy.composer().waitFor();
    await amy.composer().focus();
    await amy.page.keyboard.type('one');
    await amy.page.keyboard.press('Shift+Enter');
    await amy.page.keyboard.type('two');
    await amy.page.keyboard.press('Enter');
    await amy.sees('one');
    await expect.poll(() => amy.messages()).toEqual(['one\ntwo']);
    await Promise.all([amy.leaves(), ben.leaves()]);
  });
});
