import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Entry } from '@/lib/socket/frames';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import type { Replica } from '@/lib/sync/replica';
import { ReplicaContext } from '@/lib/sync/replica-context';
import { emptyReplica } from '@/lib/sync/replica-state';
import en from '@/lib/i18n/locales/en.json';
import { MessageActionsContext, type MessageActions } from '../message-actions';
import { foldMessages } from '../message-fold';
import { timelineItems } from '../timeline-items';
import { MessageBubble } from './message-bubble';

const i18n = createInstance();

beforeAll(async () => {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

const nothing = () => undefined;

/** The messages of a log as they are drawn. */
function drawn(
  log: readonly { by: string; body: unknown }[],
  outbox: OutboxItem[] = [],
  isGroup = false,
): string {
  const entries = log.map(({ by, body }, index): Entry => ({
    stream: 'c/one',
    seq: index + 1,
    kind: 'message',
    by,
    at: '2026-11-21T09:00:00.000Z',
    hash: '',
    body: JSON.stringify(body),
  }));
  const fold = foldMessages({ account: 'me', entries, outbox });
  const items = timelineItems({ account: 'me', fold, marks: [], unreadAfter: undefined });
  const actions: MessageActions = {
    account: 'me',
    conversation: 'one',
    query: '',
    nameOf: (account) => account,
    isGroup,
    mayWrite: true,
    mayPin: true,
    eventText: () => '',
    messageAt: (seq) => fold.bySeq.get(seq),
    reply: nothing,
    react: nothing,
    jumpTo: nothing,
    openMenu: nothing,
    openFile: nothing,
    openReactions: nothing,
    retry: nothing,
    discard: nothing,
  };
  const replica = { store: createStore(() => emptyReplica('me')) } as unknown as Replica;
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <ReplicaContext value={replica}>
          <MessageActionsContext value={actions}>
            {items.map((item) =>
              item.type === 'message' ? (
                <MessageBubble key={item.key} item={item} isEntry={false} isFlashing={false} />
              ) : null,
            )}
          </MessageActionsContext>
        </ReplicaContext>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

const hello = { by: 'amy', body: { type: 'text', text: 'hello' } };

test('HTML is text, code is code, and links say nothing of where they are followed from', () => {
  const text =
    '<img src=x onerror=alert(1)> **bold** [page](https://example.org)\n```js\na < b\n```';
  const html = drawn([{ by: 'amy', body: { type: 'text', text } }]);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
  expect(html).toMatch(/<strong[^>]*>bold<\/strong>/);
  expect(html).toMatch(/<a href="https:\/\/example.org\/"[^>]*rel="noopener noreferrer nofollow"/);
  expect(html).toMatch(/<pre[^>]*tabindex="0"[^>]*><code[^>]*>a &lt; b<\/code>/i);
});

test('an answer shows what it answers, an edit that it is one, a reaction who it is of', () => {
  const html = drawn([
    hello,
    { by: 'me', body: { type: 'text', text: 'hi', replyTo: 1 } },
    { by: 'amy', body: { type: 'edit', target: 1, text: 'hello!' } },
    { by: 'me', body: { type: 'reaction', target: 1, emoji: '👍', on: true } },
  ]);
  expect(html).toMatch(/data-quote="1"[^>]*[^]*Answer to [^]*amy[^]*hello!/);
  expect(html).toMatch(/data-edited[^>]*>edited</);
  expect(html).toMatch(/data-reaction="👍" aria-pressed="true" aria-label="1 thumbs up: me"/);
});

test('an answer to what this version does not know says so', () => {
  const html = drawn([
    { by: 'amy', body: { type: 'unknown' } },
    { by: 'me', body: { type: 'text', text: 'hi', replyTo: 1 } },
  ]);
  expect(html).toContain(en.messages.unsupported);
});

test('a change that was refused says so on its message', () => {
  const item: OutboxItem = {
    cid: 'c',
    conversation: 'one',
    body: JSON.stringify({ type: 'reaction', target: 1, emoji: '👍', on: true }),
    createdAt: '2026-11-21T09:00:00.000Z',
    state: 'failed',
  };
  const html = drawn([hello], [item]);
  expect(html).toContain(en.messages.failedChange.reaction);
  expect(html).not.toContain('data-reaction=');
});

test('in a group a message of somebody else says who wrote it, once for what belongs together', () => {
  const log = [hello, { by: 'amy', body: { type: 'text', text: 'again' } }, { ...hello, by: 'me' }];
  const html = drawn(log, [], true);
  expect(html.match(/data-sender/g)).toHaveLength(1);
  expect(html).toMatch(/data-sender[^>]*>amy</);
  expect(drawn(log)).not.toContain('data-sender');
});
