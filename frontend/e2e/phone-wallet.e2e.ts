import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEV_CHAIN, FIRST, relayAddress, SECOND } from './support/environment.js';
import { useBrowser } from './support/browser.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { Phone } from './support/phone.js';
import { Relay } from './support/relay.js';
import { TestWallet } from './support/wallet.js';

describe('a wallet on a phone', () => {
  const browser = useBrowser();
  let relay: Relay;

  beforeAll(async () => {
    relay = await Relay.listen(Number(new URL(relayAddress()).port));
  });

  afterAll(() => relay.close());

  const walletConnect = (person: Person) =>
    person.page.getByRole('button', { name: /^Continue with WalletConnect/ });

  async function showsCode(person: Person): Promise<string> {
    await person.button('Open WalletConnect').click();
    return codeOf(person);
  }

  async function codeOf(person: Person): Promise<string> {
    await person.page.getByRole('img', { name: 'QR code for your wallet' }).waitFor();
    return (await person.page.locator('a[href^="wc:"]').getAttribute('href')) ?? '';
  }

  /** Links a wallet in the settings, which the person chooses from the list. */
  async function links(person: Person, choosing: () => Promise<void>): Promise<void> {
    await person.page.goto(`${person.home}/settings`);
    await person.button('Link a wallet').click();
    await choosing();
    await person.page.getByText('Your wallet is linked').waitFor();
    await person.page.goto(person.home);
    await person.isSignedIn();
  }

  test('makes an account by a code on the screen, and signs in again with it', async () => {
    const phone = await Phone.near(relayAddress(), DEV_CHAIN);
    const name = newName('nomad');
    const nomad = await Person.arrives(browser(), FIRST, name);
    nomad.watch.excuse(/status of 403/);

    await walletConnect(nomad).click();
    phone.signs = false;
    await phone.scan(await showsCode(nomad));
    await nomad.page.getByText('You closed the request').waitFor();

    phone.signs = true;
    await phone.scan(await showsCode(nomad));
    await nomad.page.getByRole('heading', { name: 'Choose your user name' }).waitFor();
    expect(phone.asked.at(-1)).toContain(
      `${new URL(FIRST).host} wants you to sign in with your Ethereum account:\n${phone.address}`,
    );
    // The relay carries it and cannot read it, and the line ends with what it was for.
    expect(relay.messages.join('')).not.toContain('Ethereum');
    await expect.poll(() => phone.pages).toBe(0);
    await expect.poll(() => relay.clients).toBe(1);
    await nomad.page.getByLabel('User name').fill(name);
    await nomad.button('Create account').click();
    await nomad.isSignedIn();
    await nomad.leaves();

    const again = await Person.arrives(browser(), SECOND, name);
    await walletConnect(again).click();
    await phone.scan(await showsCode(again));
    await again.isSignedIn();
    await again.leaves();
    await phone.leaves();
  });

  test('is not waited for any more when its person turns away', async () => {
    const person = await Person.arrives(browser(), FIRST, newName('doubter'));
    await walletConnect(person).click();
    await showsCode(person);
    await lookAt(person.page, 'wallet-code');
    await person.button('Back').click();
    // What was given up is still being ended when the next one begins.
    const phone = await Phone.near(relayAddress(), DEV_CHAIN);
    person.watch.excuse(/status of 403/);
    await walletConnect(person).click();
    await phone.scan(await showsCode(person));
    await person.page.getByRole('heading', { name: 'Choose your user name' }).waitFor();
    await phone.leaves();
    await expect.poll(() => relay.clients).toBe(0);
    await person.leaves();
  });

  test('pays a tip, if it is one of those that are linked to the account', async () => {
    const [phone, foreign] = await Promise.all([
      Phone.near(relayAddress(), DEV_CHAIN),
      Phone.near(relayAddress(), DEV_CHAIN),
    ]);
    const ofBen = new TestWallet(DEV_CHAIN);
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben'), (page) => ofBen.moveInto(page)),
    ]);
    await links(ben, () => ben.button('Continue with Test Wallet').click());
    await links(amy, async () => {
      await walletConnect(amy).click();
      await phone.scan(await codeOf(amy));
    });
    const told = amy.page.waitForResponse(/\/api\/chains$/);
    await amy.opensChatWith(ben.name);
    const { items } = (await (await told).json()) as { items: [{ nodes: [string] }] };
    phone.node = items[0].nodes[0];

    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Give a tip' }).click();
    await amy.button('Get test money').click();
    await amy.page.getByText('Test money is on its way').waitFor();
    await amy.page.getByLabel('Amount').fill('0.125');
    await amy.button('Next').click();
    const pays = amy.page.getByRole('button', { name: /^Pay with WalletConnect/ });
    await pays.click();
    await foreign.scan(await codeOf(amy));
    await amy.page.getByText('This wallet is not linked to your account').waitFor();
    await pays.click();
    await codeOf(amy);
    await lookAt(amy.page, 'tip-phone');
    await phone.scan(await codeOf(amy));
    await amy.page.getByRole('dialog', { name: 'On its way' }).waitFor();
    await amy.button('Close').click();

    await ben.picksChatWith(amy.name);
    const tip = ben.page.getByRole('article', { name: /tip.*: 0\.125 ETH/ });
    await expect.poll(() => tip.getAttribute('data-state')).toBe('final');
    await Promise.all([amy.leaves(), ben.leaves(), phone.leaves(), foreign.leaves()]);
  });
});
