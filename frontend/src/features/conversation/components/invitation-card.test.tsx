import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Conversation, Invitation } from '@/lib/api/types';
import en from '@/lib/i18n/locales/en.json';
import type { Replica } from '@/lib/sync/replica';
import { ReplicaContext } from '@/lib/sync/replica-context';
import { emptyReplica, type ReplicaState } from '@/lib/sync/replica-state';
import { invitationQuery } from '../api/preview-invitation';
import { InvitationCard, InvitationOver } from './invitation-card';

const i18n = createInstance();

beforeAll(async () => {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

/** The page of an invitation that says this, to somebody whose device knows these conversations. */
function drawn(more: Partial<Invitation>, known: Partial<Conversation>[] = []): string {
  const invitation: Invitation = {
    id: 'g',
    name: 'Walks',
    description: 'Where to, and when',
    memberCount: 60,
    approval: false,
    standing: 'stranger',
    ...more,
  };
  const queries = new QueryClient();
  queries.setQueryData(invitationQuery('t').queryKey, invitation);
  const conversations = new Map(known.map((each) => ['g', each as Conversation]));
  const state: ReplicaState = { ...emptyReplica('me'), conversations };
  const replica = { store: createStore(() => state) } as unknown as Replica;
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <MemoryRouter>
          <ReplicaContext value={replica}>
            <InvitationCard token="t" />
          </ReplicaContext>
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

const { join } = en;

test('a stranger sees what he would join, and joins, or asks where an admin decides', () => {
  const free = drawn({});
  expect(free).toContain('Walks');
  expect(free).toContain('60 members');
  expect(free).toContain('Where to, and when');
  expect(free).toContain(join.submit);
  const asked = drawn({ approval: true });
  expect(asked).toContain(join.ask);
  expect(asked).toContain(join.approval);
  expect(asked).not.toContain(join.submit);
});

test('who has asked waits, and who is a member opens the group', () => {
  const waiting = drawn({ approval: true, standing: 'requested' });
  expect(waiting).toContain(join.requested);
  expect(waiting).not.toContain(join.ask);
  for (const html of [drawn({ standing: 'member' }), drawn({ standing: 'requested' }, [{}])]) {
    expect(html).toContain(join.open);
    expect(html).toContain('href="/chats/g"');
    expect(html).not.toContain(join.requested);
  }
  expect(drawn({}, [{ leftSeq: 9 }]), 'who left joins again').toContain(join.submit);
});

test('an invitation that is over says so, and one who is banned is told that', () => {
  const over = (isBanned: boolean) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <MemoryRouter>
          <InvitationOver isBanned={isBanned} />
        </MemoryRouter>
      </I18nextProvider>,
    );
  expect(over(false)).toContain(join.over);
  expect(over(true)).toContain(join.banned);
});
