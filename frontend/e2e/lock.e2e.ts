import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

const PASSCODE = 'heron & mill';

describe('the lock of a browser', () => {
  const browser = useBrowser();

  test('closes every tab, opens by the passcode alone, and what came meanwhile is there', async () => {
    const [amy, ben] = await twoWhoTalk();
    await turnsOn(amy);
    await amy.page.getByRole('button', { name: 'Turn off the lock' }).waitFor();
    await lookAt(amy.page, 'lock-settings');
    await amy.picksChatWith(ben.name);
    await amy.composer().fill('Begun, not sent');

    const second = await amy.context.newPage();
    await second.goto(amy.page.url());
    // Each tab asks for itself.
    await isLocked(second);
    await unlocks(second);
    await message(second, 'Before the lock').waitFor();

    // Typed a moment ago, and not stored by itself yet.
    await amy.composer().fill('Begun, and more');
    await locksNow(amy.page);
    await Promise.all([isLocked(amy.page), isLocked(second)]);
    await expect.poll(() => amy.page.title()).toBe('Parley');
    expect(await textOf(amy.page)).not.toMatch(new RegExp(`${ben.name}|${amy.name}|Before|Begun`));
    await expect.poll(() => storedKeys(amy.page)).toEqual([]);
    await expect.poll(() => focused(amy.page)).toBe('Passcode');
    await second.close();

    await ben.says('While it was locked');
    await amy.page.reload();
    await isLocked(amy.page);
    await amy.page.getByLabel('Passcode', { exact: true }).fill('something else');
    await amy.page.keyboard.press('Enter');
    await amy.page.getByText('This is not the passcode').waitFor();
    await lookAt(amy.page, 'lock');
    await unlocks(amy.page);
    await amy.sees('Before the lock');
    await amy.sees('While it was locked');
    await expect.poll(() => amy.composer().inputValue()).toBe('Begun, and more');
    // The keys in the worker have opened too: what is said now is encrypted with them.
    await amy.composer().fill('');
    await amy.says('Unlocked again');
    await ben.sees('Unlocked again');

    await amy.page.getByRole('link', { name: 'Settings' }).click();
    await amy.button('Turn off the lock').click();
    const dialog = amy.page.getByRole('dialog');
    await dialog.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
    await amy.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await amy.page.reload();
    await amy.isConnected();
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  test('closes when nobody has used any tab for the time', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await turnsOn(amy);
    await expect.poll(() => agesLastUse(amy.page)).toBe(true);
    await isLocked(amy.page);
    await unlocks(amy.page);
    await amy.isConnected();
    await amy.leaves();
  });

  test('whose passcode was forgotten is left by signing out, which deletes everything', async () => {
    const amy = await Person.joins(browser(), FIRST, newName('amy'));
    await turnsOn(amy);
    await locksNow(amy.page);
    await isLocked(amy.page);
    amy.watch.excuse(/status of 401/);
    await amy.button('Forgot the passcode?').click();
    await lookAt(amy.page, 'lock-forgotten');
    await amy.button('Sign out and delete').click();
    await amy.isAtSignIn();
    await expect
      .poll(() =>
        amy.page.evaluate(async () => ({
          databases: (await indexedDB.databases()).flatMap(({ name = '' }) =>
            name.startsWith('parley-') ? [name] : [],
          ),
          used: Object.keys(localStorage).filter((key) => /parley\.(used|locked)/.test(key)),
        })),
      )
      .toEqual({ databases: [], used: [] });
    await amy.leaves();
  });

  async function twoWhoTalk(): Promise<[Person, Person]> {
    const [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    await amy.opensChatWith(ben.name);
    await amy.says('Before the lock');
    await ben.picksChatWith(amy.name);
    await ben.sees('Before the lock');
    return [amy, ben];
  }
});

async function turnsOn({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Turn on the lock' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New passcode', { exact: true }).fill(PASSCODE);
  await dialog.getByLabel('New passcode again').fill(PASSCODE);
  await dialog.getByRole('button', { name: 'Turn on the lock' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/**
 * As if an hour had passed: the computer slept.
 *
 * @returns false while the app does not watch yet when it was last used
 */
function agesLastUse(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith('parley.used.'));
    if (key !== undefined) {
      localStorage.setItem(key, String(Date.now() - 3_600_000));
    }
    return key !== undefined;
  });
}

/** By the button that is on every page. */
async function locksNow(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: 'Lock now' })
    .click();
}

async function isLocked(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Parley is locked' }).waitFor();
}

async function unlocks(page: Page): Promise<void> {
  await page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Parley is locked' }).waitFor({ state: 'detached' });
}

function message(page: Page, text: string) {
  return page.getByRole('log').locator('article').filter({ hasText: text });
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement
      ? (activeElement.labels?.[0]?.textContent ?? '')
      : '';
  });
}

/** The objects of WebCrypto in all databases of this browser, by where they lie. */
function storedKeys(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const promised = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason given'));
      });
    const keysIn = (value: unknown): number =>
      value instanceof CryptoKey
        ? 1
        : typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
          ? Object.values(value).reduce<number>((sum, each) => sum + keysIn(each), 0)
          : 0;
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows: unknown[] = await promised(
          database.transaction(store).objectStore(store).getAll(),
        );
        if (keysIn(rows) > 0) {
          found.push(`${name} ${store}`);
        }
      }
      database.close();
    }
    return found;
  });
}
