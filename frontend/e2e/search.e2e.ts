import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { legibleStorage } from './support/legible.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

describe('the search over all conversations', () => {
  const browser = useBrowser();

  test('finds words, beginnings and parts in every tab, also when the leading one is closed', async () => {
    const [amy, ben, cleo] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
      Person.joins(browser(), SECOND, newName('cleo')),
    ]);
    await amy.opensChatWith(ben.name);
    await amy.says('The grey heron nests behind the mill');
    await amy.says('Deleted herons are not found');
    await ben.picksChatWith(amy.name);
    await ben.sees('Deleted herons are not found');
    await ben.says('Noon in Zürich, then');
    await amy.sees('Noon in Zürich, then');
    await amy.opensChatWith(cleo.name);
    await amy.says('Did you see the HERON?');

    await looksFor(amy.page, 'heron');
    await expect
      .poll(() => foundIn(amy.page))
      .toEqual([
        'Did you see the HERON?',
        'Deleted herons are not found',
        'The grey heron nests behind the mill',
      ]);
    expect(await results(amy.page).locator('mark').allInnerTexts()).toEqual([
      'HERON',
      'heron',
      'heron',
    ]);
    // A phone shows the list or the conversation.
    await amy.page.getByRole('link', { name: /^Chats/ }).click();
    await lookAt(amy.page, 'search');

    // Only chats of that name are shown while something is looked for.
    await looksFor(amy.page, '');
    await amy.picksChatWith(ben.name);
    await amy.choosesFor('Deleted herons are not found', 'Delete…');
    await amy.button('Delete for everybody').click();
    await amy.choosesFor('The grey heron', 'Edit');
    await amy.composer().fill('The grey egret nests behind the mill');
    await amy.composer().press('Enter');
    await amy.sees('egret');
    await looksFor(amy.page, 'heron');
    await expect.poll(() => foundIn(amy.page)).toEqual(['Did you see the HERON?']);

    const second = await amy.context.newPage();
    await second.goto(`${FIRST}/chats`);
    await looksFor(second, 'zuri');
    await expect.poll(() => foundIn(second)).toEqual(['Noon in Zürich, then']);
    await looksFor(second, 'gret nest');
    await expect.poll(() => foundIn(second)).toEqual(['The grey egret nests behind the mill']);
    await looksFor(second, 'flamingo');
    await second.getByText('No message has these words').waitFor();

    await amy.page.close();
    await looksFor(second, 'mill');
    await expect.poll(() => foundIn(second)).toEqual(['The grey egret nests behind the mill']);
    await results(second).getByRole('link').press('Enter');
    await expect
      .poll(() => second.evaluate(() => document.activeElement?.textContent))
      .toContain('The grey egret nests behind the mill');
    const legible = await legibleStorage(second);
    expect(legible).toContain('filter');
    expect(legible).not.toMatch(/egret|heron/iu);
    await Promise.all([amy, ben, cleo].map((person) => person.leaves()));
  });
});

async function looksFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search chats and messages' }).fill(words);
}

function results(page: Page) {
  return page.getByRole('list', { name: 'Messages' });
}

/** What is found, from top to bottom, without who wrote it. */
function foundIn(page: Page): Promise<string[]> {
  return results(page).locator('[data-excerpt]').allInnerTexts();
}
