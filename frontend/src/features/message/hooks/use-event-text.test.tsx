import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import { groupEvents } from '@/lib/group/group-event';
import en from '@/lib/i18n/locales/en.json';
import type { Entry } from '@/lib/socket/frames';
import { foldMessages } from '../message-fold';
import { timelineItems, type EventItem } from '../timeline-items';
import { useEventText } from './use-event-text';

const i18n = createInstance();

beforeAll(async () => {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

const names: Record<string, string> = { amy: 'Amy', ben: 'Ben', me: 'me' };

function Lines({ entries }: { entries: Entry[] }) {
  const text = useEventText('me', (id) => names[id]);
  const fold = foldMessages({ account: 'me', entries, outbox: [] });
  return timelineItems({ account: 'me', fold, marks: [], unreadAfter: undefined })
    .filter((item): item is EventItem => item.type === 'event')
    .map(text)
    .join('|');
}

/** What is said of these entries. */
function said(...entries: [by: string, kind: string, body: unknown][]): string[] {
  const log = entries.map(([by, kind, body], index): Entry => ({
    stream: 'c/g',
    seq: index + 1,
    kind,
    by,
    at: '2026-11-21T09:00:00.000Z',
    hash: '',
    body: JSON.stringify(body),
  }));
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Lines entries={log} />
    </I18nextProvider>,
  );
  return html.split('|');
}

test.each([
  ['me', 'conversation.created', { type: 'group' }, 'You created the group'],
  ['amy', 'conversation.changed', { name: 'Walks' }, 'Amy named the group “Walks”'],
  ['amy', 'conversation.changed', { description: '' }, 'Amy removed the description'],
  ['amy', 'conversation.changed', { picture: 'p1' }, 'Amy changed the picture'],
  ['me', 'conversation.changed', { picture: null }, 'You removed the picture'],
  [
    'amy',
    'conversation.changed',
    { settings: { posting: 'admins' } },
    'Amy made this an announcement group: only admins write',
  ],
  [
    'me',
    'conversation.changed',
    { settings: { disappearing: 3_600 } },
    'You set new messages to disappear after 1 hour',
  ],
  [
    'amy',
    'conversation.changed',
    { settings: { posting: 'members', pinning: 'admins' } },
    'Amy changed the rules',
  ],
  ['amy', 'member.removed', { account: 'me', banned: false }, 'Amy removed you'],
  ['amy', 'member.removed', { account: 'ben', banned: true }, 'Amy banned Ben'],
  ['amy', 'member.unbanned', { account: 'ben' }, 'Amy lifted the ban on Ben'],
  ['amy', 'member.role', { account: 'me', role: 'admin' }, 'Amy made you an admin'],
  ['amy', 'member.role', { account: 'amy', role: 'member' }, 'Amy gave up a role'],
  ['nobody here', 'member.left', { account: 'nobody here' }, 'Somebody left'],
  ['amy', 'conversation.deleted', {}, 'Amy deleted the group'],
])('%s, %s %j', (by, kind, body, text) => {
  expect(said([by, kind, body])).toEqual([text]);
});

test('one line names all whom somebody added one after the other, and counts the most of many', () => {
  const added = (account: string, by = 'amy') =>
    [by, 'member.joined', { account, role: 'member', how: 'added' }] as [string, string, unknown];
  expect(said(added('ben'), added('me'))).toEqual(['Amy added Ben and you']);
  expect(said(added('ben'), added('me', 'ben'))).toEqual(['Amy added Ben', 'Ben added you']);
  expect(said(...['a', 'b', 'c', 'd', 'e'].map((id) => added(id)))).toEqual([
    'Amy added Somebody, Somebody, Somebody, and 2 others',
  ]);
});

test('who joins by a link or from the list does so alone, and who asked is let in by somebody', () => {
  const joined = (by: string, account: string, how: string) =>
    [by, 'member.joined', { account, role: 'member', how }] as [string, string, unknown];
  expect(said(joined('me', 'me', 'link'))).toEqual(['You joined by a link']);
  expect(said(joined('me', 'me', 'link'), joined('ben', 'ben', 'link'))).toEqual([
    'You and Ben joined by a link',
  ]);
  expect(said(joined('ben', 'ben', 'link'), joined('me', 'me', 'link'))).toEqual([
    'Ben and you joined by a link',
  ]);
  expect(said(joined('ben', 'ben', 'listing'), joined('me', 'me', 'listing'))).toEqual([
    'Ben and you found the group and joined',
  ]);
  expect(said(joined('amy', 'me', 'request'))).toEqual(['Amy let you in']);
});

test('an entry of another kind says nothing', () => {
  const entry = { stream: 'c/g', seq: 1, at: '', hash: '', body: '{"account":"me"}' } as const;
  expect(groupEvents({ ...entry, kind: 'member.danced' })).toEqual([]);
});
