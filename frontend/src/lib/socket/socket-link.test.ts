import { describe, expect, it } from 'vitest';
import type { ServerFrame } from './frames';
import { SocketLink, type SocketLike } from './socket-link';

/** A socket whose messages the test makes up. */
class ScriptedSocket {
  private readonly listeners = new Map<string, ((event: unknown) => void)[]>();
  readonly heard: string[] = [];
  isClosed = false;

  readonly addEventListener = ((type: string, listener: (event: unknown) => void) => {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }) as SocketLike['addEventListener'];

  readonly send = ((data: string) => {
    this.heard.push(data);
  }) as SocketLike['send'];

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
  return { socket, closed, link };
}

const welcome = (lines: boolean, frameBytes = 131_072) =>
  JSON.stringify({
    type: 'welcome',
    re: '1',
    connection: 'c',
    generation: 'g',
    at: 'now',
    heads: {},
    window: 64,
    heartbeat: 25,
    limits: { frameBytes, bodyBytes: 65_536, inFlight: 16 },
    lines,
  });

const ping = (n: number) => JSON.stringify({ type: 'ping', n });

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

describe('what is said in one go', () => {
  const say = (link: SocketLink, from: number, to: number) => {
    for (let n = from; n <= to; n++) {
      link.send({ type: 'ping', n });
    }
  };

  it('leaves in one message, once the server says that it takes that', async () => {
    const { socket, link } = connect(() => undefined);
    say(link, 1, 2);
    socket.says(welcome(true));
    say(link, 3, 5);
    await Promise.resolve();
    say(link, 6, 6);
    await Promise.resolve();

    expect(socket.heard).toEqual([
      ping(1),
      ping(2),
      [ping(3), ping(4), ping(5)].join('\n'),
      ping(6),
    ]);
  });

  it('is one frame in each message for a server that does not', async () => {
    const { socket, link } = connect(() => undefined);
    socket.says(welcome(false));
    say(link, 1, 2);
    await Promise.resolve();

    expect(socket.heard).toEqual([ping(1), ping(2)]);
  });

  it('is divided where it would be larger than a message may be', async () => {
    const { socket, link } = connect(() => undefined);
    socket.says(welcome(true, 150));
    say(link, 1, 3);
    await Promise.resolve();

    expect(socket.heard).toEqual([[ping(1), ping(2)].join('\n'), ping(3)]);
  });

  it('leaves before the connection is closed', () => {
    const { socket, link } = connect(() => undefined);
    socket.says(welcome(true));
    say(link, 1, 2);
    link.close();

    expect(socket.heard).toEqual([[ping(1), ping(2)].join('\n')]);
    expect(socket.isClosed).toBe(true);
  });
});
