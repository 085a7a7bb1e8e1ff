import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { DEV_CHAIN, FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { lookAt } from './support/looks.js';
import { callsWallet } from './support/names.js';
import { newName, Person } from './support/person.js';
import { linksWallet, opensTip, tipBecomes, tipOf } from './support/tips.js';
import { TestWallet } from './support/wallet.js';

describe('tips over two instances and the development chain', () => {
  const browser = useBrowser();
  const ofAmy = new TestWallet(DEV_CHAIN);
  const ofBen = new TestWallet(DEV_CHAIN);
  let amy: Person, ben: Person;
  /** What Ben's wallet is called. */
  const ensName = `${newName('ben')}.eth`;
  /** Where the two talk. */
  let chat: string;

  beforeAll(async () => {
    [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy'), (page) => ofAmy.moveInto(page)),
      Person.joins(browser(), SECOND, newName('ben'), (page) => ofBen.moveInto(page)),
    ]);
    await Promise.all([amy, ben].map(linksWallet));
    // A wallet that is somewhere else is told of the chain, and asked to come.
    ofAmy.goElsewhere();
    const told = amy.page.waitForResponse(/\/api\/chains$/);
    await amy.opensChatWith(ben.name);
    const { items } = (await (await told).json()) as { items: [{ nodes: [string] }] };
    await callsWallet(items[0].nodes[0], ofBen.address, ensName);
    await amy.says('You fixed my bike.');
    await ben.picksChatWith(amy.name);
    chat = new URL(ben.page.url()).pathname;
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves()]));

  const dialog = () => amy.page.getByRole('dialog', { name: `Tip ${ben.name}` });
  const opens = () => opensTip(amy, ben.name);
  const proves = (person: Person, amount: string, proof: string) =>
    expect
      .poll(() => tipOf(person, amount).locator('[data-proof]').getAttribute('data-proof'))
      .toBe(proof);

  test('ETH is promised, refused, paid by a wallet on another chain, and becomes final for both', async () => {
    await opens();
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText('Type an amount.').waitFor();
    await dialog().getByRole('button', { name: 'Get test money' }).click();
    await amy.page.getByText('Test money is on its way').waitFor();
    await dialog().getByLabel('Amount').fill('0.25');
    await lookAt(amy.page, 'tip');
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText(ofBen.address).waitFor();
    await dialog().getByText(ensName).waitFor();
    await dialog().getByText('0.25 ETH').waitFor();
    await lookAt(amy.page, 'tip-review');
    await tipBecomes(ben, '0\\.25 ETH', 'intent');

    ofAmy.mood = 'reject';
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await dialog().getByText('You said no in your wallet').waitFor();
    ofAmy.mood = 'approve';
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await amy.page.getByRole('dialog', { name: 'On its way' }).waitFor();
    await amy.button('Close').click();

    await Promise.all([
      tipBecomes(amy, '0\\.25 ETH', 'final'),
      tipBecomes(ben, '0\\.25 ETH', 'final'),
    ]);
    // The name stands beside the address, and all of the address is a tap away.
    await tipOf(ben, '0\\.25 ETH').getByText(ensName).click();
    await tipOf(ben, '0\\.25 ETH').getByText(ofBen.address).waitFor();
    await lookAt(ben.page, 'tip-final');
  });

  test('the receiver sees by his own wallet whether it is true', async () => {
    // Amy's wallet was told of the chain when she paid; Ben's has no node yet.
    await proves(amy, '0\\.25 ETH', 'own');
    await proves(ben, '0\\.25 ETH', 'server');
    await tipOf(ben, '0\\.25 ETH').getByText('Verified by the server').click();
    await ben.page.getByText('The server has found this payment on the network').waitFor();
    ofBen.denies = true;
    ofBen.reads(ofAmy.nodeOf(DEV_CHAIN));
    await proves(ben, '0\\.25 ETH', 'otherwise');
    await ben.page.getByRole('alert').getByText('It says that the payment failed.').waitFor();
    await lookAt(ben.page, 'tip-contradicted');
    ofBen.denies = false;
    await proves(ben, '0\\.25 ETH', 'own');
    await tipOf(ben, '0\\.25 ETH').getByText('Verified by you').click();
    await ben.page.getByText('Your own wallet has looked at the network').waitFor();
    await lookAt(ben.page, 'tip-verified');
  });

  test('the token of the chain is given to its last unit', async () => {
    await opens();
    await dialog()
      .getByLabel('What')
      .selectOption({ label: 'PARL (Parley Sample Token) on Development chain' });
    await dialog().getByLabel('Amount').fill('1.2345678');
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText('At most 6 digits behind the point.').waitFor();
    await dialog().getByLabel('Amount').fill('1.234567');
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await amy.page.getByRole('dialog', { name: 'On its way' }).waitFor();
    await amy.button('Close').click();

    await Promise.all([
      tipBecomes(amy, '1\\.234567 PARL', 'final'),
      tipBecomes(ben, '1\\.234567 PARL', 'final'),
    ]);
  });

  test('a wallet that sends batches is asked for the transaction, also after the page was loaded anew', async () => {
    ofAmy.sendsCalls = true;
    ofAmy.keepsCalls = true;
    ofAmy.asked = 0;
    await opens();
    await dialog()
      .getByLabel('What')
      .selectOption({ label: 'PARL (Parley Sample Token) on Development chain' });
    await dialog().getByLabel('Amount').fill('0.75');
    await dialog().getByRole('button', { name: 'Next' }).click();
    ofAmy.mood = 'reject';
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await dialog().getByText('You said no in your wallet').waitFor();
    ofAmy.mood = 'approve';
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await dialog().getByText('Test Wallet has the payment.').waitFor();
    expect(ofAmy.asked).toBe(2);
    await amy.page.reload();
    await tipOf(amy, '0\\.75 PARL').getByText('Waiting for your wallet').waitFor();
    await lookAt(amy.page, 'tip-calls');
    expect(await tipOf(ben, '0\\.75 PARL').getAttribute('data-state')).toBe('intent');

    ofAmy.keepsCalls = false;
    await Promise.all([
      tipBecomes(amy, '0\\.75 PARL', 'final'),
      tipBecomes(ben, '0\\.75 PARL', 'final'),
    ]);
    expect(ofAmy.asked).toBe(2);
    ofAmy.sendsCalls = false;
  });

  test('who is asked pays just what was asked for, and both see that it is paid', async () => {
    const ask = ben.page.getByRole('dialog', { name: 'Ask for a payment' });
    await ben.button('More ways to send').click();
    await ben.page.getByRole('menuitem', { name: 'Ask for a payment' }).click();
    await ask.getByText(ofBen.address).waitFor();
    await ask.getByRole('button', { name: 'Ask', exact: true }).click();
    await ask.getByText('Type an amount.').waitFor();
    await ask.getByLabel('Amount').fill('0.125');
    await ask.getByLabel('What for').fill('New brakes');
    await lookAt(ben.page, 'tip-ask');
    await ask.getByRole('button', { name: 'Ask', exact: true }).click();

    const card = (person: Person) =>
      person.page
        .getByRole('region', { name: 'Request for a payment' })
        .filter({ hasText: 'New brakes' });
    const share = (person: Person) =>
      card(person).locator('[data-share]').getAttribute('data-share');
    await card(amy).getByText('0.125 ETH').first().waitFor();
    await card(amy).getByRole('button', { name: 'Code' }).click();
    const link = amy.page.getByRole('link', { name: 'Open in a wallet' });
    expect(await link.getAttribute('href')).toBe(
      `ethereum:${ofBen.address}@${DEV_CHAIN}?value=125000000000000000`,
    );
    await lookAt(amy.page, 'tip-code');
    await amy.button('Close').click();

    await card(amy).getByRole('button', { name: 'Pay 0.125 ETH' }).click();
    expect(await dialog().getByLabel('Amount').count()).toBe(0);
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText(ofBen.address).waitFor();
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await amy.page.getByRole('dialog', { name: 'On its way' }).waitFor();
    await amy.button('Close').click();
    await Promise.all([amy, ben].map((person) => expect.poll(() => share(person)).toBe('paid')));
    await expect.poll(() => card(amy).getByRole('button').count()).toBe(0);
    await lookAt(ben.page, 'tip-request-paid');
  });

  test('an amount is shared among the members of a group, to the last unit', async () => {
    const cleo = await Person.joins(browser(), SECOND, newName('cleo'));
    cleo.watch.excuse(/404 .*\/welcome/);
    await new GroupScreens(amy).creates('Pizza', [ben.name, cleo.name]);
    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Ask for a payment' }).click();
    const ask = amy.page.getByRole('dialog', { name: 'Ask for a payment' });
    await ask
      .getByLabel('What', { exact: true })
      .selectOption({ label: 'PARL (Parley Sample Token) on Development chain' });
    await ask.getByLabel('Amount altogether').fill('0.1');
    // What cannot be divided is hers who asks.
    await ask.getByText('0.033334 PARL').waitFor();
    await lookAt(amy.page, 'tip-split');
    await ask.getByRole('button', { name: 'Ask', exact: true }).click();

    await ben.picksChatWith('Pizza');
    const card = ben.page.getByRole('region', { name: 'Request for a payment' });
    await card.getByRole('button', { name: 'Pay 0.033333 PARL' }).waitFor();
    await expect
      .poll(() => card.getByRole('listitem').allTextContents())
      .toEqual([`You · 0.033333 PARLNot paid`, `${cleo.name} · 0.033333 PARLNot paid`]);
    await lookAt(ben.page, 'tip-split-asked');
    await cleo.leaves();
    for (const person of [amy, ben]) {
      await person.page.goto(person.home + chat);
      await person.composer().waitFor();
    }
  });

  test('a conversation stays at its end while what stands in it grows', async () => {
    await tipOf(ben, '0\\.75 PARL').waitFor();
    // Who has not seen all of it before begins further up.
    if ((await ben.page.getByText('New messages').count()) > 0) {
      await ben.page.getByRole('button', { name: /^Jump to/ }).click();
    }
    await expect.poll(() => ben.isAtEnd()).toBe(true);
    for (const size of ['150%', '200%', '']) {
      await ben.page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      await expect.poll(() => ben.isAtEnd()).toBe(true);
    }
    // Who reads further up is not taken away from there.
    await ben.page.getByRole('log').hover();
    await ben.page.mouse.wheel(0, -4_000);
    await tipOf(ben, '0\\.25 ETH').waitFor();
    await tipOf(ben, '0\\.25 ETH').evaluate((article) => {
      article.style.paddingBottom = '20rem';
    });
    await ben.page.getByRole('button', { name: 'Jump to the latest message' }).waitFor();
    expect(await ben.isAtEnd()).toBe(false);
    await ben.page.getByRole('button', { name: 'Jump to the latest message' }).click();
    await expect.poll(() => ben.isAtEnd()).toBe(true);
  });

  test('above the limit that one sets oneself nothing is promised', async () => {
    amy.watch.excuse(/status of 409/);
    await amy.page.getByRole('link', { name: /^Settings/ }).click();
    await amy.page.getByLabel('Wallet for tips').waitFor();
    await amy.page.getByLabel('The most within 24 hours').fill('0.4');
    await amy.button('Set limit').click();
    await amy.page
      .getByRole('list', { name: 'Limits for a day' })
      .getByText('0.4 ETH on Development chain')
      .waitFor();
    await lookAt(amy.page, 'tip-settings');
    await amy.page.goBack();
    await opens();
    await dialog().getByLabel('Amount').fill('0.026');
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText('This is more than the limit').waitFor();
    await amy.page.keyboard.press('Escape');
    await amy.page.getByRole('link', { name: /^Settings/ }).click();
    await amy.button('Remove the limit: 0.4 ETH on Development chain').click();
    await amy.page.getByRole('list', { name: 'Limits for a day' }).waitFor({ state: 'detached' });
  });

  test('somebody is given one on the page that tells of him', async () => {
    await amy.searchesFor(ben.name);
    await amy.page.getByRole('link', { name: ben.name }).click();
    await amy.button('Give a tip').click();
    await dialog().getByLabel('Amount').fill('0.5');
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText('0.5 ETH').waitFor();
    await dialog().getByRole('button', { name: 'Back' }).click();
    await tipBecomes(ben, '0\\.5 ETH', 'cancelled');
    await amy.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('a jar on the profile shows where tips go, once its owner wants that', async () => {
    const jar = amy.page.getByRole('region', { name: 'Tip jar' });
    expect(await jar.count()).toBe(0);
    await ben.page.getByRole('link', { name: /^Settings/ }).click();
    await ben.page.getByLabel('Show a tip jar on your profile').click();
    await ben.page.getByText('Saved').first().waitFor();
    await lookAt(ben.page, 'tip-jar-setting');
    await ben.page.goBack();

    await amy.page.reload();
    await jar.getByText(ofBen.address).waitFor();
    await jar.getByText(ensName).waitFor();
    await lookAt(amy.page, 'tip-jar');
    await jar.getByRole('button', { name: 'Code' }).click();
    const link = () =>
      amy.page.getByRole('link', { name: 'Open in a wallet' }).getAttribute('href');
    expect(await link()).toBe(`ethereum:${ofBen.address}@${DEV_CHAIN}`);
    await dialog().getByLabel('Amount (optional)').fill('0.5');
    await expect.poll(link).toBe(`ethereum:${ofBen.address}@${DEV_CHAIN}?value=500000000000000000`);
    await lookAt(amy.page, 'tip-jar-code');
    await amy.button('Close').click();
  });

  test('both find what they gave and received, and take it along', async () => {
    const row = (person: Person, of: string, amount: string) =>
      person.page
        .getByRole('list', { name: 'Tips' })
        .getByRole('listitem')
        .filter({ hasText: of })
        .filter({ hasText: amount })
        .getByText('Paid, and final');
    for (const person of [amy, ben]) {
      await person.page.getByRole('link', { name: /^Settings/ }).click();
      await person.page.getByRole('link', { name: 'Given and received' }).click();
    }
    await row(amy, `To ${ben.name}`, '−0.25 ETH').waitFor();
    await row(ben, `From ${amy.name}`, '+1.234567 PARL').waitFor();
    await lookAt(ben.page, 'tips');
    await amy.page.getByText('Received', { exact: true }).click();
    await amy.page.getByText('No tips yet').waitFor();

    await ben.page.getByText('Supporters', { exact: true }).click();
    const supporter = ben.page.getByRole('list', { name: 'Supporters' }).getByRole('listitem');
    await supporter.filter({ hasText: amy.name }).getByText('In 1 month · 4 tips').waitFor();
    await supporter.getByText('0.375 ETH').waitFor();
    await lookAt(ben.page, 'tip-supporters');

    const [download] = await Promise.all([
      ben.page.waitForEvent('download'),
      ben.button('Save as CSV').click(),
    ]);
    const [, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(1, 6).join(' '))).toEqual([
      `received ${amy.name} 0.5 ETH cancelled`,
      `received ${amy.name} 0.125 ETH final`,
      `received ${amy.name} 0.75 PARL final`,
      `received ${amy.name} 1.234567 PARL final`,
      `received ${amy.name} 0.25 ETH final`,
    ]);
  });
});
