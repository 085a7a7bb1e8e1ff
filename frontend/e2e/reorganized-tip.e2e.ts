import { describe, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { DevChain } from './support/chain.js';
import { DEV_CHAIN } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { useOwnParley } from './support/own-parley.js';
import { newName, Person } from './support/person.js';
import { linksWallet, opensTip, tipBecomes, tipOf } from './support/tips.js';
import { TestWallet } from './support/wallet.js';

describe('a tip on a chain that takes back what it said', () => {
  const browser = useBrowser();
  // The test makes the blocks, which nobody else on that chain would like.
  const parley = useOwnParley('reorganized', {});
  const AMOUNT = '0\\.25 ETH';

  test('is waiting again with its block, and final with another one', async () => {
    const { url } = parley();
    const ofAmy = new TestWallet(DEV_CHAIN);
    const ofBen = new TestWallet(DEV_CHAIN);
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), url, newName('amy'), (page) => ofAmy.moveInto(page)),
      Person.joins(browser(), url, newName('ben'), (page) => ofBen.moveInto(page)),
    ]);
    await Promise.all([amy, ben].map(linksWallet));
    const chains = amy.page.waitForResponse(/\/api\/chains$/);
    await amy.opensChatWith(ben.name);
    const { items } = (await (await chains).json()) as { items: [{ nodes: [string] }] };
    const chain = new DevChain(items[0].nodes[0]);
    [ofAmy, ofBen].forEach((wallet) => wallet.reads(chain.node));
    await chain.gives(ofAmy.address, 10n ** 18n);
    await amy.says('You fixed my bike.');
    await ben.picksChatWith(amy.name);
    await ben.sees('You fixed my bike.');
    const both = (state: string) =>
      Promise.all([amy, ben].map((person) => tipBecomes(person, AMOUNT, state)));

    await chain.standsStill();
    const dialog = await opensTip(amy, ben.name);
    await dialog.getByLabel('Amount').fill('0.25');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Pay with Test Wallet' }).click();
    await amy.page.getByRole('dialog', { name: 'On its way' }).waitFor();
    await amy.button('Close').click();
    await both('submitted');
    const payment = await chain.waiting(ofAmy.address);

    await chain.mines(2);
    await both('confirming');
    await tipOf(ben, AMOUNT).getByText('2 of 3').waitFor();
    await lookAt(ben.page, 'tip-confirming');

    await chain.takesBack(2);
    await both('reorged');
    await tipOf(ben, AMOUNT).getByText('The network took the block back').waitFor();
    await lookAt(ben.page, 'tip-taken-back');
    await lookAt(amy.page, 'tip-taken-back-payer');

    await chain.takes(payment);
    await chain.mines(3);
    await both('final');
    await lookAt(ben.page, 'tip-final-after-all');
    for (const person of [amy, ben]) {
      await person.page.getByRole('link', { name: /^Settings/ }).click();
      await person.page.getByRole('link', { name: 'Given and received' }).click();
      const tips = person.page.getByRole('list', { name: 'Tips' }).getByRole('listitem');
      await tips.filter({ hasText: '0.25 ETH' }).getByText('Paid, and final').waitFor();
    }
    await Promise.all([amy.leaves(), ben.leaves()]);
  });
});
