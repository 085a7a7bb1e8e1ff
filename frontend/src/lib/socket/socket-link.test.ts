import { describe, expect, it } from 'vitest';
import type { ServerFrame } from './frames';
import { SocketLink, type SocketLike } from './socket-link';

/** A socket whose messages the test makes up. */
class ScriptedSocket {
  private readonly listeners = new Map<string, ((event: unknown) => void)[]>();
  isClosed = false;

  readonly addEventListener = ((type: string, listener: (event: unknown) => void) => {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }) as SocketLike['addEventListener'];

  send(): void {
    // Nothing of what the client says matters here.
  }

  close(): void {
    this.isClosed = true;
  }

  says(data: unknown): void {
    this.listeners.get('message')?.forEach((listener) => listener({ data }));
  }
}

function connect(onFrame: (frame: ServerFrame, link: SocketLink) => void) {
  const socket = new ScriptedSocket();
  const closed: number[] = [];
  const link: SocketLink = new SocketLink('ws://localhost/api/socket', () => socket, {
    opened: () => undefined,
    received: (frame) => onFrame(frame, link),
    closed: (code) => closed.push(code),
  });
  return { socket, closed };
}

const pong = (n: number) => JSON.stringify({ type: 'pong', n, at: 'now' });

describe('a message of several lines', () => {
  it('is as many frames, in order', () => {
    const frames: ServerFrame[] = [];
    const { socket } = connect((frame) => frames.push(frame));

    socket.says(pong(1));
    socket.says([pong(2), '{"type":"fireworks"}', pong(3)].join('\n'));

    expect(frames).toEqual([1, 2, 3].map((n) => ({ type: 'pong', n })));
  });

  it('ends where a frame made the client leave', () => {
    const frames: ServerFrame[] = [];
    const { socket } = connect((frame, link) => {
      frames.push(frame);
      link.close();
    });

    socket.says([pong(1), pong(2)].join('\n'));

    expect(frames).toHaveLength(1);
    expect(socket.isClosed).toBe(true);
  });

  it('ends the connection at a line that is no frame, after those before it', () => {
    const frames: ServerFrame[] = [];
    const { socket, closed } = connect((frame) => frames.push(frame));

    socket.says([pong(1), '{"type":"pong"}', pong(2)].join('\n'));

    expect(frames).toHaveLength(1);
    expect(closed).toEqual([1002]);
  });
});
