import { expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { PASSWORD } from './support/password.js';
import { newName, Person } from './support/person.js';
import { send, signIn } from './support/rest.js';
import { silentPeople } from './support/silent-people.js';

/** So many that a commit with new keys for all of them is larger than an entry of the log may be. */
const CROWD = 900;

/** What takes a second in a small group takes some here, and other tests share the processors. */
const PATIENCE_MS = 120_000;

/** The server takes no more at once. */
const ADDED_AT_ONCE = 500;

const browser = useBrowser();

test('almost a thousand talk, and lock out whom they remove', { timeout: 600_000 }, async () => {
  const [ann, ben, dan] = await Promise.all([
    Person.joins(browser(), FIRST, newName('ann')),
    Person.joins(browser(), SECOND, newName('ben')),
    Person.joins(browser(), FIRST, newName('dan')),
  ]);
  const crowd = await silentPeople(CROWD);
  const atAnn = new GroupScreens(ann);
  await atAnn.creates('Assembly', [ben.name, dan.name]);
  await ann.says('Only three yet');
  await ben.picksChatWith('Assembly');
  await ben.sees('Only three yet');

  const group = /[0-9a-f-]{36}$/.exec(new URL(ann.page.url()).pathname)?.[0] ?? '';
  const { accessToken } = await signIn(FIRST, ann.name, PASSWORD);
  for (let next = 0; next < CROWD; next += ADDED_AT_ONCE) {
    const accounts = crowd.slice(next, next + ADDED_AT_ONCE);
    await send(FIRST, 'POST', `/api/conversations/${group}/members`, accessToken, { accounts });
  }
  await ann.page
    .getByText(`${CROWD + 3} members`)
    .first()
    .waitFor({ timeout: PATIENCE_MS });
  await ann.says('All of us are here');
  // Her browser adds all their devices before it sends this.
  await ben.sees('All of us are here', PATIENCE_MS);
  await dan.picksChatWith('Assembly');
  await dan.sees('All of us are here', PATIENCE_MS);

  const fetched = ben.page.waitForResponse(/\/commits\/\d+$/, { timeout: PATIENCE_MS });
  await atAnn.opensInformation();
  await atAnn.does('Remove from the group', dan.name, 'Remove');
  await atAnn.hears(`You removed ${dan.name}`);
  await ann.says('Dan does not read this');
  await ben.sees('Dan does not read this', PATIENCE_MS);
  expect((await fetched).status()).toBe(200);
  await ben.says('And he does not read me');
  await ann.sees('And he does not read me', PATIENCE_MS);
  await new GroupScreens(dan).isTold('You were removed from this group.');
  expect(await dan.messages()).not.toContain('Dan does not read this');

  const cleo = await Person.joins(browser(), SECOND, newName('cleo'));
  await atAnn.adds([cleo.name]);
  await atAnn.hears(`You added ${cleo.name}`);
  await ann.says('Welcome, Cleo');
  await cleo.picksChatWith('Assembly');
  await cleo.sees('Welcome, Cleo', PATIENCE_MS);
  await cleo.says('So many!');
  await ben.sees('So many!', PATIENCE_MS);
  await Promise.all([ann, ben, cleo, dan].map((person) => person.leaves()));
});
