import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { TestCamera } from './support/camera.js';
import { DEV_CHAIN, FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { opensRecovery } from './support/recovery.js';
import { TestWallet } from './support/wallet.js';

/** The number that is compared, on the screen that is for it. */
async function shownNumber({ page, ...person }: Person): Promise<string[]> {
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  const groups = page.getByRole('list', { name: 'Safety number' }).getByRole('listitem');
  await expect.poll(() => groups.count(), { message: person.name, timeout: 40_000 }).toBe(12);
  return groups.allInnerTexts();
}

/** What is to be scanned on the screen of somebody: the brightness of its pixels, row after row. */
async function shownCode({ page }: Person): Promise<Uint8Array> {
  const pixels = await page
    .getByRole('img', { name: 'Safety number as a code for a camera' })
    .evaluate(async (code) => {
      const side = 400;
      const picture = new Image(side, side);
      const drawn = new XMLSerializer().serializeToString(code);
      picture.src = `data:image/svg+xml,${encodeURIComponent(drawn)}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(side, side).getContext('2d');
      canvas?.drawImage(picture, 0, 0, side, side);
      const { data = [] } = canvas?.getImageData(0, 0, side, side) ?? {};
      return Array.from(data).filter((_, index) => index % 4 === 0);
    });
  return Uint8Array.from(pixels);
}

describe('verification between people', () => {
  const camera = new TestCamera(join(tmpdir(), `${newName('camera')}.y4m`));
  const browser = useBrowser(camera.flags);

  test('one scans the code of the other, and is warned of any other code', async () => {
    const [amy, ben, cleo] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
      Person.joins(browser(), SECOND, newName('cleo')),
    ]);
    for (const person of [amy, cleo]) {
      await person.opensChatWith(ben.name);
      await person.says(`is it you, ${ben.name}?`);
      await ben.picksChatWith(person.name);
      await ben.sees(`is it you, ${ben.name}?`);
    }
    await Promise.all([amy, ben, cleo].map(shownNumber));

    // What Ben shows is for Cleo.
    await camera.sees(await shownCode(ben));
    await amy.button('Scan their code').click();
    await amy.page.getByText('This is not the same number').waitFor();
    await ben.button('Close').click();
    await ben.picksChatWith(amy.name);
    await shownNumber(ben);
    await camera.sees(await shownCode(ben));
    await amy.button('Scan their code').click();
    await amy.page.getByText('The codes are the same').waitFor();
    await lookAt(amy.page, 'verification-scanned');
    await amy.button('They are the same: mark as verified').click();
    await amy.page.getByText(`You have verified ${ben.name}`).waitFor();
    await Promise.all([amy, ben, cleo].map((person) => person.leaves()));
  });

  test('two compare their numbers, and whoever begins anew is not verified any more', async () => {
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await amy.opensChatWith(ben.name);
    await amy.says('is it you?');
    await ben.picksChatWith(amy.name);
    await ben.sees('is it you?');
    await ben.says('it is');
    await amy.sees('it is');

    const number = await shownNumber(amy);
    expect(await shownNumber(ben)).toEqual(number);
    await lookAt(amy.page, 'verification');
    await amy.button('They are the same: mark as verified').click();
    await amy.page.getByText(`You have verified ${ben.name}`).waitFor();
    await amy.button('Close').click();
    const badge = amy.page.getByRole('img', { name: 'Verified' });
    await badge.waitFor();
    await ben.button('Close').click();

    const anew = await Person.arrives(browser(), SECOND, ben.name);
    await anew.signsIn();
    await anew.isSignedIn();
    await opensRecovery(anew);
    await anew.button('Start anew').click();
    await anew.button('Delete the backup and start anew').click();
    await anew.page.getByText('You have started anew').waitFor();

    await anew.picksChatWith(amy.name);

    await amy.page.getByText(`${ben.name} has begun anew with another key`).waitFor();
    await amy.page.getByText(`You had verified ${ben.name}.`).waitFor();
    await badge.waitFor({ state: 'detached' });
    await lookAt(amy.page, 'verification-lost');
    await amy.writes('is it still you?');
    await amy.seesDelivery('is it still you?', 'queued');
    await amy.button('Use the new key').click();
    await anew.sees('is it still you?');
    await Promise.all([amy, ben, anew].map((person) => person.leaves()));
  });

  test('a wallet vouches for somebody, which others see until it is taken back', async () => {
    const wallet = new TestWallet(DEV_CHAIN);
    const amy = await Person.joins(browser(), FIRST, newName('amy'), (page) =>
      wallet.moveInto(page),
    );
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    await amy.opensChatWith(ben.name);
    await amy.says('my wallet will tell you');
    await amy.page.getByRole('link', { name: 'Settings' }).click();
    await amy.button('Link a wallet').click();
    await amy.button('Continue with Test Wallet').click();
    await amy.page.getByText('Your wallet is linked').waitFor();
    await amy.page.getByText('No wallet vouches for you').waitFor();

    await amy.button('Let a wallet vouch').click();
    wallet.mood = 'reject';
    await amy.button('Sign with Test Wallet').click();
    await amy.page.getByText('You closed the request').waitFor();
    await lookAt(amy.page, 'settings-vouching');
    wallet.mood = 'approve';
    await amy.button('Sign with Test Wallet').click();
    await amy.page.getByText('Your wallet vouches for you').waitFor();
    await amy.page.getByText(/^0x.* vouches for you$/).waitFor();
    expect(wallet.signed.at(-1)).toContain('This wallet vouches for the key of my Parley account.');

    await ben.picksChatWith(amy.name);
    await ben.sees('my wallet will tell you');
    await shownNumber(ben);
    const signed = ben.page.getByText(
      `The wallet ${wallet.address} has signed this key of ${amy.name}.`,
    );
    await signed.waitFor();
    await lookAt(ben.page, 'verification-wallet');
    await ben.button('Close').click();

    await amy.button('Take it back').click();
    await amy.page.getByText('No wallet vouches for you').waitFor();
    await ben.page.reload();
    await shownNumber(ben);
    await signed.waitFor({ state: 'detached' });
    await Promise.all([amy, ben].map((person) => person.leaves()));
  });
});
