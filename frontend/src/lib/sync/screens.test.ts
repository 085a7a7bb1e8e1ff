import { describe, expect, test } from 'vitest';
import type { ClientFrame } from '@/lib/socket/frames';
import type { Screen, SyncEffect } from './sync-events';
import { SyncProtocol } from './sync-protocol';

const SCREEN: Screen = { isVisible: true, open: ['one'], people: { one: ['amy'] } };

function frames(effects: readonly SyncEffect[]): ClientFrame[] {
  return effects.flatMap((effect) => (effect.type === 'send' ? [effect.frame] : []));
}

/** A protocol past its welcome. */
function connected(): SyncProtocol {
  const protocol = new SyncProtocol(() => 0);
  const start = { cursors: {}, outbox: [], reads: {}, knownReads: {}, account: 'me', online: true };
  const connect = protocol
    .handle({ type: 'start', start }, 0)
    .find((effect) => effect.type === 'connect');
  const connection = connect?.type === 'connect' ? connect.connection : 0;
  const [hello] = frames(
    protocol.handle({ type: 'opened', connection, ticket: 't', device: 'd' }, 1),
  );
  protocol.handle(
    {
      type: 'frame',
      connection,
      frame: {
        type: 'welcome',
        re: hello?.type === 'hello' ? hello.id : '',
        connection: 'c',
        generation: 'g',
        at: '',
        heads: {},
        window: 64,
        heartbeat: 25,
        limits: { frameBytes: 1, bodyBytes: 1, inFlight: 16 },
        lines: true,
      },
    },
    2,
  );
  return protocol;
}

describe('what the person has before him', () => {
  test('is told over all tabs that he sees', () => {
    const protocol = connected();
    expect(frames(protocol.handle({ type: 'screen', tab: 'a', screen: SCREEN }, 3))).toEqual([
      { type: 'presence', state: 'active' },
      { type: 'focus', open: ['one'], people: { one: ['amy'] } },
    ]);
    const other = { isVisible: true, open: ['two'], people: { one: ['ben'] } };
    expect(frames(protocol.handle({ type: 'screen', tab: 'b', screen: other }, 4))).toContainEqual({
      type: 'focus',
      open: ['one', 'two'],
      people: { one: ['amy', 'ben'] },
    });
  });

  test('is nothing when no tab is in view', () => {
    const protocol = connected();
    protocol.handle({ type: 'screen', tab: 'a', screen: SCREEN }, 3);
    const away = [
      { type: 'presence', state: 'away' },
      { type: 'focus', open: [], people: {} },
    ];
    const hidden = { ...SCREEN, isVisible: false };
    expect(frames(protocol.handle({ type: 'screen', tab: 'a', screen: hidden }, 4))).toEqual(away);
    protocol.handle({ type: 'screen', tab: 'a', screen: SCREEN }, 5);
    expect(frames(protocol.handle({ type: 'screen', tab: 'a', screen: null }, 6))).toEqual(away);
  });

  test('a tab that says nothing for long is gone', () => {
    const protocol = connected();
    protocol.handle({ type: 'screen', tab: 'a', screen: SCREEN }, 3);
    const quiet = { isVisible: false, open: [], people: {} };
    expect(
      frames(protocol.handle({ type: 'screen', tab: 'b', screen: quiet }, 150_010)),
    ).toContainEqual({ type: 'presence', state: 'away' });
  });

  test('names a hundred people at most', () => {
    const people = Array.from({ length: 150 }, (_, index) => `person-${index}`);
    const [, focus] = frames(
      connected().handle(
        { type: 'screen', tab: 'a', screen: { ...SCREEN, people: { one: people } } },
        3,
      ),
    );
    expect(focus?.type === 'focus' && focus.people.one).toEqual(people.slice(0, 100));
  });
});
