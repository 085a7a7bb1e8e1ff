import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Conversation, GroupRole } from '@/lib/api/types';
import en from '@/lib/i18n/locales/en.json';
import type { Replica } from '@/lib/sync/replica';
import { ReplicaContext } from '@/lib/sync/replica-context';
import { emptyReplica } from '@/lib/sync/replica-state';
import { GroupInfo } from './group-info';

const i18n = createInstance();

beforeAll(async () => {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

/** The screen as one with this role sees it, in a group where admins decide everything. */
function drawn(role: GroupRole, more: Partial<Conversation> = {}): string {
  const group: Conversation = {
    id: 'g',
    kind: 'sealed',
    type: 'group',
    createdAt: '2026-11-21T09:00:00.000Z',
    notifications: 'all',
    name: 'Walks',
    description: 'Where to, and when',
    memberCount: 60,
    role,
    settings: {
      posting: 'admins',
      inviting: 'admins',
      pinning: 'admins',
      editing: 'admins',
      approval: false,
      disappearing: 0,
    },
    members: [
      { id: 'me', username: 'me', role, joinedSeq: 1 },
      { id: 'amy', username: 'amy', role: 'owner', joinedSeq: 1 },
      ...Array.from({ length: 58 }, (_, index) => ({
        id: `p${index}`,
        username: `person ${index}`,
        role: 'member' as const,
        joinedSeq: 1,
      })),
    ],
    joinedSeq: 1,
    head: 1,
    watermarks: [],
    ...more,
  };
  const replica = { store: createStore(() => emptyReplica('me')) } as unknown as Replica;
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <ReplicaContext value={replica}>
            <GroupInfo group={group} account="me" />
          </ReplicaContext>
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

const { group, picture } = en;
const ADMINS = [
  group.people.add,
  group.edit.open,
  picture.change,
  group.links.make,
  `>${group.rules.title}<`,
  group.rules.posting,
  group.rules.approval,
];

test('a member sees who is in the group, and can leave it, and nothing that is for others', () => {
  const html = drawn('member');
  expect(html).toContain('Where to, and when');
  expect(html).toContain('60 members');
  expect(html).toMatch(/data-role="owner"[^>]*>Owner</);
  expect(html).toContain(group.leave.action);
  [...ADMINS, group.delete.action].forEach((text) => expect(html).not.toContain(text));
});

test('an admin manages it, and only an owner can delete it', () => {
  const admin = drawn('admin');
  ADMINS.forEach((text) => expect(admin).toContain(text));
  expect(admin).not.toContain(group.delete.action);
  expect(drawn('owner')).toContain(group.delete.action);
});

test('a member whom the rules let add people and edit can do so', () => {
  const html = drawn('member', {
    settings: {
      posting: 'members',
      inviting: 'members',
      pinning: 'members',
      editing: 'members',
      approval: false,
      disappearing: 0,
    },
  });
  expect(html).toContain(group.people.add);
  expect(html).toContain(group.edit.open);
  expect(html).toContain(picture.change);
  expect(html).toContain(group.links.make);
  expect(html).not.toContain(group.rules.posting);
});

test('of many members some are drawn, owners and admins first, and the others wait', () => {
  const html = drawn('admin');
  const names = [...html.matchAll(/truncate font-medium">([^<]*)</g)].map(([, name]) => name);
  expect(names).toHaveLength(50);
  expect(names.slice(0, 2)).toEqual(['amy', 'me']);
  expect(html).toContain(group.people.more);
  expect(html).toContain(group.people.search);
});

test('who has left sees the name and that it is over, and no members', () => {
  const html = drawn('owner', { leftSeq: 9, memberCount: undefined, settings: undefined });
  expect(html).toContain('Walks');
  expect(html).toContain(group.closed.over);
  [...ADMINS, group.leave.action, group.delete.action, 'amy'].forEach((text) =>
    expect(html).not.toContain(text),
  );
});
