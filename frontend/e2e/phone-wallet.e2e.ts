import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEV_CHAIN, FIRST, relayAddress, SECOND } from './support/environment.js';
import { useBrowser } from './support/browser.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { Phone } from './support/phone.js';
import { Relay } from './support/relay.js';

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
    await person.page.getByRole('img', { name: 'QR code for your wallet' }).waitFor();
    return (await person.page.locator('a[href^="wc:"]').getAttribute('href')) ?? '';
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
});
