import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { newName, Person } from './support/person.js';
import {
  type Belongings,
  everyFile,
  everyMetric,
  everyRow,
  everyWordOf,
  placesOf,
} from './support/server-side.js';

/** A word that stands nowhere else. */
const canary = (of: string) => `${of}-${randomUUID()}`;

describe('what two people say', () => {
  const browser = useBrowser();
  const message = canary('message');
  const edited = canary('edited');
  const answer = canary('answer');
  const draft = canary('draft');
  const later = canary('later');
  const caption = canary('caption');
  const fileName = canary('file');
  const content = canary('content');
  const reaction = '👍';
  let amy: Person;
  let said: Belongings;

  beforeAll(async () => {
    const ben = await Person.joins(browser(), SECOND, newName('ben'));
    amy = await Person.joins(browser(), FIRST, newName('amy'));
    const words = await Promise.all([amy, ben].map(everyWordOf));

    await amy.opensChatWith(ben.name);
    await amy.says(message);
    await ben.picksChatWith(amy.name);
    await ben.sees(message);
    await ben.says(answer);
    await amy.reactsTo(answer, 'thumbs up');
    await ben.message(answer).getByText(reaction).waitFor();
    await amy.choosesFor(message, 'Edit');
    await amy.composer().fill(edited);
    await amy.composer().press('Enter');
    await ben.sees(edited);
    await amy.composer().fill(later);
    await amy.button('More ways to send').click();
    await amy.page.getByRole('menuitem', { name: 'Send later' }).click();
    await amy.button('Send then').click();
    await amy.page.getByText('It will be sent').waitFor();
    const file = { name: `${fileName}.txt`, mimeType: 'text/plain', buffer: Buffer.from(content) };
    await amy.page.locator('form input[type=file]').setInputFiles(file);
    await amy.composer().fill(caption);
    await amy.composer().press('Enter');
    await amy.seesDelivery(caption, 'read');
    await amy.composer().fill(draft);
    await amy.chatInList(ben.name).getByText('Draft:').waitFor();

    said = new Map(words.flatMap((each) => [...each()]));
    await Promise.all([amy.leaves(), ben.leaves()]);
  });

  const canaries = { message, edited, answer, draft, later, caption, fileName, content };

  test('leaves no trace in what their browsers told the server', () => {
    // What they do say is found: their messages are in it, and how they are found.
    expect(placesOf('"type":"send"', said).length).toBe(2);
    for (const [kind, word] of Object.entries({ ...canaries, reaction, emoji: '"emoji"' })) {
      expect(placesOf(word, said), kind).toEqual([]);
    }
  });

  test('leaves no trace in anything that the server keeps, writes or tells', async () => {
    const kept = new Map([...(await everyRow()), ...(await everyFile()), ...(await everyMetric())]);
    const account = placesOf(amy.name, kept);
    expect(account).toContain('public.account');
    expect(account.some((place) => place.includes('pg_wal'))).toBe(true);
    expect([...kept.keys()].filter((place) => place.endsWith('/metrics'))).toHaveLength(2);
    for (const [kind, word] of Object.entries(canaries)) {
      expect(placesOf(word, kept), kind).toEqual([]);
    }
  });
});
