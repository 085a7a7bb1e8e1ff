import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { DEV_CHAIN, FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { TestWallet } from './support/wallet.js';

describe('tips over two instances and the development chain', () => {
  const browser = useBrowser();
  const ofAmy = new TestWallet(DEV_CHAIN);
  const ofBen = new TestWallet(DEV_CHAIN);
  let amy: Person, ben: Person;

  beforeAll(async () => {
    [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy'), (page) => ofAmy.moveInto(page)),
      Person.joins(browser(), SECOND, newName('ben'), (page) => ofBen.moveInto(page)),
    ]);
    await Promise.all([amy, ben].map(links));
    // A wallet that is somewhere else is told of the chain, and asked to come.
    ofAmy.goElsewhere();
    await amy.opensChatWith(ben.name);
    await amy.says('You fixed my bike.');
    await ben.picksChatWith(amy.name);
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves()]));

  const links = async (person: Person) => {
    await person.page.goto(`${person.home}/settings`);
    await person.button('Link a wallet').click();
    await person.button('Continue with Test Wallet').click();
    await person.page.getByText('Your wallet is linked').waitFor();
    await person.page.goto(person.home);
    await person.isSignedIn();
  };
  const dialog = () => amy.page.getByRole('dialog', { name: `Tip ${ben.name}` });
  const opens = async () => {
    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Give a tip' }).click();
    await dialog().waitFor();
  };
  const tip = (person: Person, amount: string) =>
    person.page.getByRole('article', { name: new RegExp(`tip.*: ${amount}`) });
  const becomes = (person: Person, amount: string, state: string) =>
    expect
      .poll(() => tip(person, amount).getAttribute('data-state'), { timeout: 30_000 })
      .toBe(state);

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
    await dialog().getByText('0.25 ETH').waitFor();
    await lookAt(amy.page, 'tip-review');
    await becomes(ben, '0\\.25 ETH', 'intent');

    ofAmy.mood = 'reject';
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await dialog().getByText('You said no in your wallet').waitFor();
    ofAmy.mood = 'approve';
    await dialog().getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await amy.page.getByRole('dialog', { name: 'On its way' }).waitFor();
    await amy.button('Close').click();

    await Promise.all([becomes(amy, '0\\.25 ETH', 'final'), becomes(ben, '0\\.25 ETH', 'final')]);
    await lookAt(ben.page, 'tip-final');
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
      becomes(amy, '1\\.234567 PARL', 'final'),
      becomes(ben, '1\\.234567 PARL', 'final'),
    ]);
  });

  test('somebody is given one on the page that tells of him', async () => {
    await amy.searchesFor(ben.name);
    await amy.page.getByRole('link', { name: ben.name }).click();
    await amy.button('Give a tip').click();
    await dialog().getByLabel('Amount').fill('0.5');
    await dialog().getByRole('button', { name: 'Next' }).click();
    await dialog().getByText('0.5 ETH').waitFor();
    await dialog().getByRole('button', { name: 'Back' }).click();
    await becomes(ben, '0\\.5 ETH', 'cancelled');
    await amy.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
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
      await person.page.getByRole('link', { name: 'Tips', exact: true }).click();
    }
    await row(amy, `To ${ben.name}`, '−0.25 ETH').waitFor();
    await row(ben, `From ${amy.name}`, '+1.234567 PARL').waitFor();
    await lookAt(ben.page, 'tips');
    await amy.page.getByText('Received', { exact: true }).click();
    await amy.page.getByText('No tips yet').waitFor();

    const [download] = await Promise.all([
      ben.page.waitForEvent('download'),
      ben.button('Save as CSV').click(),
    ]);
    const [, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(1, 6).join(' '))).toEqual([
      `received ${amy.name} 0.5 ETH cancelled`,
      `received ${amy.name} 1.234567 PARL final`,
      `received ${amy.name} 0.25 ETH final`,
    ]);
  });
});
