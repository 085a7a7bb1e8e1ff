import type { Problem } from '@/lib/api/problem';
import { CloseCode } from '@/lib/socket/close-codes';
import type { ClientFrame, Entry, Retry, ServerFrame, WelcomeFrame } from '@/lib/socket/frames';
import {
  conversationStream,
  isConversationStream,
  ownerOf,
  type StreamId,
} from '@/lib/socket/streams';
import { backOff } from './back-off';
import { Outbox } from './outbox';
import type { OutboxItem } from './outbox-item';
import type {
  ConnectionStatus,
  Screen,
  SyncEffect,
  SyncEvent,
  SyncStart,
  TimerName,
} from './sync-events';

/** Unacknowledged entries we let the server have on the way. */
const WINDOW = 64;
const SMALLEST_WINDOW = 8;
/** From asking for a ticket to the welcome. */
const CONNECT_TIMEOUT_MS = 20_000;
/** A request that the server leaves unanswered for so long is lost: reconnect. */
const ANSWER_TIMEOUT_MS = 30_000;
/** A connection that lasted so long was a good one: the next back-off starts from the beginning. */
const GOOD_CONNECTION_MS = 10_000;
/** Silence of so many heartbeats means that the connection is dead. */
const HEARTBEATS_OF_SILENCE = 2.5;
const RESEND_SOON_MS = 1_000;
/** After an acknowledgement the next ones wait so long for one another, */
const ACK_PAUSE_MS = 1_000;
/** unless so many entries are not acknowledged, or something else is said to the server. */
const ACK_AT_ONCE = 16;
/** A tab that has not said for so long what it shows is gone; it says so every minute. */
const SCREEN_HOLDS_MS = 150_000;
/** Conversations, and people, that one `focus` names. */
const MOST_SHOWN = 100;

interface Stream {
  /** The last entry that is safely stored here. */
  cursor: number;
  /** The last entry received on this connection. */
  received: number;
  /** The last entry acknowledged on this connection. */
  acknowledged: number;
}

interface Request {
  sentAt: number;
  subject: { send: string } | { fetch: StreamId; before: number; limit: number };
}

/**
 * The client's half of `parley.v1` without any input or output: events in, effects out. Time comes
 * with every event and chance by the constructor, so that one seed replays one history.
 *
 * It promises: every entry of a stream is handed on once and in order; nothing is acknowledged
 * before it is stored; what is in the outbox is sent, in order within a conversation and under the
 * same cid, until the server has answered.
 */
export class SyncProtocol {
  private phase: 'stopped' | 'idle' | 'connecting' | 'greeting' | 'welcomed' | 'ended' = 'stopped';
  private status: ConnectionStatus = 'stopped';
  private now = 0;
  private effects: SyncEffect[] = [];

  private account = '';
  private isOnline = true;
  private connection = 0;
  private attempt = 0;
  private welcomedAt = 0;
  private lastHeard = 0;
  private heartbeatMs = 25_000;
  private pings = 0;
  private isAckPausing = false;
  private byeAfterMs: number | undefined;
  private isSessionOver = false;
  private window = WINDOW;
  private inFlightLimit = 1;
  private generation: string | undefined;

  /** Where more is stored than the server has been told on this connection. */
  private readonly unacknowledged = new Set<StreamId>();
  private readonly streams = new Map<StreamId, Stream>();
  private readonly replaying = new Set<StreamId>();
  private readonly brokenOnce = new Set<StreamId>();
  private readonly distrusted = new Set<StreamId>();
  private outbox = new Outbox([]);
  private requestNumber = 0;
  private readonly requests = new Map<string, Request>();
  private readonly wantedPages = new Map<StreamId, { before: number; limit: number }>();
  private readonly reads = new Map<string, number>();
  private readonly knownReads = new Map<string, number>();
  private readonly screens = new Map<string, Screen & { at: number }>();

  /** @param random a number from 0 (inclusive) to 1 */
  constructor(private readonly random: () => number) {}

  /**
   * Takes one event and says what follows from it.
   *
   * @param now milliseconds of a clock that never goes back
   */
  handle(event: SyncEvent, now: number): SyncEffect[] {
    this.now = now;
    this.effects = [];
    if (this.phase === 'stopped' && event.type !== 'start') {
      return this.effects;
    }
    this.dispatch(event);
    this.pump();
    this.acknowledgeAlong();
    this.tellStatus();
    return this.effects;
  }

  private dispatch(event: SyncEvent): void {
    switch (event.type) {
      case 'start':
        return this.start(event.start);
      case 'stop':
        return this.end('stopped');
      case 'online':
        return this.goOnline();
      case 'offline':
        return this.goOffline();
      case 'use-here':
        return this.connect();
      case 'timer':
        return this.timer(event.name);
      case 'committed':
        return this.committed(event.stream, event.cursor, event.cids);
      case 'chain-broken':
        return this.chainBroken(event.stream);
      case 'commit-failed':
        return this.reconnect();
      case 'enqueued':
        return this.outbox.add(event.item);
      case 'retried':
        return this.outboxChanged(event.cid, { state: 'queued', problem: undefined });
      case 'outbox-told':
        this.outbox.change(event.item.cid, {
          body: event.item.body,
          state: event.item.state,
          problem: event.item.problem,
        });
        return;
      case 'discarded':
        return this.outbox.remove(event.cid);
      case 'read':
        return this.read(event.conversation, event.seq);
      case 'typing':
        return this.typing(event.conversation, event.on);
      case 'screen':
        return this.screen(event.tab, event.screen);
      case 'fetch-older':
        this.wantedPages.set(event.stream, { before: event.before, limit: event.limit });
        return;
      default:
        if (event.connection === this.connection) {
          this.connectionEvent(event);
        }
    }
  }

  private connectionEvent(event: SyncEvent & { connection: number }): void {
    switch (event.type) {
      case 'opened':
        return this.greet(event.ticket, event.device);
      case 'connect-failed':
        return event.reason === 'signed-out' ? this.signedOut() : this.reconnect();
      case 'frame':
        this.lastHeard = this.now;
        return this.frame(event.frame);
      case 'closed':
        return this.closed(event.code);
    }
  }

  // --- Connecting

  private start(start: SyncStart): void {
    this.account = start.account;
    this.isOnline = start.online;
    this.generation = start.generation;
    this.outbox = new Outbox(start.outbox);
    this.streams.clear();
    this.brokenOnce.clear();
    this.distrusted.clear();
    for (const [stream, cursor] of Object.entries(start.cursors) as [StreamId, number][]) {
      this.streams.set(stream, { cursor, received: cursor, acknowledged: 0 });
    }
    for (const [conversation, seq] of Object.entries(start.reads)) {
      this.reads.set(conversation, seq);
    }
    for (const [conversation, seq] of Object.entries(start.knownReads)) {
      this.knownReads.set(conversation, seq);
    }
    this.phase = 'idle';
    if (this.isOnline) {
      this.connect();
    }
  }

  private connect(): void {
    this.connection += 1;
    this.phase = 'connecting';
    this.byeAfterMs = undefined;
    this.isSessionOver = false;
    this.clearTimer('reconnect');
    this.setTimer('connect', CONNECT_TIMEOUT_MS);
    this.effects.push({ type: 'connect', connection: this.connection });
  }

  private greet(ticket: string, device: string): void {
    this.phase = 'greeting';
    for (const stream of this.streams.values()) {
      stream.received = stream.cursor;
      stream.acknowledged = 0;
    }
    this.send({
      type: 'hello',
      id: this.nextId(),
      ticket,
      device,
      ...(this.generation === undefined ? {} : { generation: this.generation }),
      cursors: Object.fromEntries(
        [...this.streams].map(([stream, { cursor }]) => [stream, cursor]),
      ),
      window: this.window,
      lines: true,
    });
  }

  private welcome(frame: WelcomeFrame): void {
    if (this.generation !== undefined && this.generation !== frame.generation) {
      return this.resync();
    }
    if (this.generation === undefined) {
      this.generation = frame.generation;
      this.effects.push({ type: 'generation', generation: frame.generation });
    }
    this.phase = 'welcomed';
    this.welcomedAt = this.now;
    this.effects.push({ type: 'server-time', at: frame.at });
    this.inFlightLimit = Math.max(1, frame.limits.inFlight);
    this.heartbeatMs = Math.max(1, frame.heartbeat) * 1_000;
    this.replaying.clear();
    for (const stream of Object.keys(frame.heads) as StreamId[]) {
      this.replaying.add(stream);
    }
    this.clearTimer('connect');
    this.setTimer('heartbeat', this.heartbeatMs);
    this.effects.push({ type: 'heads', heads: frame.heads });
    if (this.screens.size > 0) {
      this.tellScreens();
    }
  }

  private goOnline(): void {
    this.isOnline = true;
    if (this.phase === 'idle') {
      this.attempt = 0;
      this.connect();
    }
  }

  private goOffline(): void {
    this.isOnline = false;
    if (this.phase !== 'ended') {
      this.drop();
      this.phase = 'idle';
      this.clearTimer('reconnect');
    }
  }

  private closed(code: number): void {
    switch (code) {
      case CloseCode.FORBIDDEN:
        return this.end('refused');
      case CloseCode.UNSUPPORTED_VERSION:
        return this.end('outdated');
      case CloseCode.REPLACED:
        return this.end('replaced');
      case CloseCode.DEVICE_REVOKED:
        this.end('stopped');
        this.effects.push({ type: 'wipe' });
        return;
      case CloseCode.RESYNC:
        return this.resync();
      case CloseCode.FRAME_TOO_LARGE:
        this.failInFlight();
        return this.reconnect();
      case CloseCode.SLOW_CONSUMER:
        this.window = Math.max(SMALLEST_WINDOW, Math.floor(this.window / 2));
        return this.reconnect();
      case CloseCode.DRAINING:
        return this.reconnect(Math.round(this.random() * (this.byeAfterMs ?? 0)));
      case CloseCode.RATE_LIMITED:
        return this.reconnect(this.byeAfterMs);
      case CloseCode.SIGN_IN_AGAIN:
        // The ticket for the next connection needs a live session, and tells. This browser may
        // have another one since: whoever was signed out is told at once, all others go on.
        return this.reconnect(this.isSessionOver ? 0 : undefined);
      default:
        return this.reconnect();
    }
  }

  /** Leaves the connection and comes back after `afterMs`, or with back-off. */
  private reconnect(afterMs?: number): void {
    if (this.phase === 'ended') {
      return;
    }
    const lasted = this.phase === 'welcomed' ? this.now - this.welcomedAt : 0;
    this.attempt = lasted >= GOOD_CONNECTION_MS ? 0 : this.attempt;
    this.drop();
    this.phase = 'idle';
    if (this.isOnline) {
      this.setTimer('reconnect', afterMs ?? backOff(this.attempt, this.random));
      this.attempt += 1;
    }
  }

  private drop(): void {
    if (this.phase !== 'idle') {
      this.effects.push({ type: 'disconnect', connection: this.connection });
    }
    // What still comes from this connection is not ours any more.
    this.connection += 1;
    this.clearTimer('connect');
    this.clearTimer('heartbeat');
    this.clearTimer('ack');
    this.isAckPausing = false;
    this.unacknowledged.clear();
    for (const { subject } of this.requests.values()) {
      if ('fetch' in subject && !this.wantedPages.has(subject.fetch)) {
        this.wantedPages.set(subject.fetch, { before: subject.before, limit: subject.limit });
      }
    }
    this.requests.clear();
    for (const conversation of this.outbox.resume()) {
      this.clearTimer(`resend:${conversation}`);
    }
  }

  private end(status: ConnectionStatus): void {
    this.drop();
    this.clearTimer('reconnect');
    this.phase = 'ended';
    this.status = status;
    this.effects.push({ type: 'status', status });
  }

  private signedOut(): void {
    this.end('stopped');
    this.effects.push({ type: 'signed-out' });
  }

  private resync(): void {
    this.end('connecting');
    this.effects.push({ type: 'resync' });
  }

  // --- Frames

  private frame(frame: ServerFrame): void {
    if (this.phase === 'greeting' && frame.type === 'welcome') {
      return this.welcome(frame);
    }
    if (frame.type === 'bye') {
      this.byeAfterMs = frame.afterMs;
      this.isSessionOver = frame.reason !== undefined;
      return;
    }
    if (this.phase !== 'welcomed') {
      return;
    }
    switch (frame.type) {
      case 'entries':
        return this.receive(frame.stream, frame.entries);
      case 'gap':
        return this.gap(frame.stream, frame.to);
      case 'live':
        return this.live(frame.stream);
      case 'marks':
        return this.marks(frame);
      case 'signal':
        return this.signal(frame);
      case 'sent':
        return this.sent(frame);
      case 'fetched':
        return this.fetched(frame);
      case 'error':
        return this.refused(frame);
      case 'welcome':
      case 'pong':
        return;
    }
  }

  private receive(id: StreamId, entries: readonly Entry[]): void {
    const stream = this.stream(id);
    const fresh = entries.filter((entry) => entry.seq > stream.received);
    const consecutive = fresh.every((entry, index) => entry.seq === stream.received + 1 + index);
    if (!consecutive) {
      // A jump without a gap: something was lost on the way. The log heals it.
      return this.reconnect();
    }
    const last = fresh.at(-1);
    if (last !== undefined) {
      stream.received = last.seq;
      this.effects.push({
        type: 'append',
        stream: id,
        entries: fresh,
        unverified: this.distrusted.has(id),
      });
    }
  }

  private gap(id: StreamId, to: number): void {
    const stream = this.stream(id);
    if (to > stream.received) {
      stream.received = to;
      this.effects.push({ type: 'skip', stream: id, to });
    }
  }

  private live(stream: StreamId): void {
    this.replaying.delete(stream);
    if (isConversationStream(stream)) {
      this.markIfUnknown(ownerOf(stream));
    } else {
      this.acknowledge(stream, 0);
    }
  }

  private marks(frame: ServerFrame & { type: 'marks' }): void {
    const own = frame.list.find(({ user }) => user === this.account);
    // An acknowledgement may have been lost with the connection before this one.
    this.acknowledge(conversationStream(frame.conversation), own?.delivered ?? 0);
    const known = this.knownReads.get(frame.conversation) ?? 0;
    this.knownReads.set(frame.conversation, Math.max(known, own?.read ?? 0));
    this.effects.push({ type: 'marks', conversation: frame.conversation, list: frame.list });
  }

  private signal({ kind, stream, by, ttl, state }: ServerFrame & { type: 'signal' }): void {
    if (kind === 'typing' && isConversationStream(stream)) {
      this.effects.push({
        type: 'typed',
        conversation: ownerOf(stream),
        by,
        forMs: ttl * 1_000,
      });
    } else if (kind === 'presence') {
      this.effects.push({ type: 'present', user: by, state, forMs: ttl * 1_000 });
    } else if (kind === 'profile') {
      this.effects.push({ type: 'looked', user: by });
    }
  }

  private sent(frame: ServerFrame & { type: 'sent' }): void {
    if (!this.requests.delete(frame.re)) {
      return;
    }
    const { cid, stream, seq } = frame.ok;
    this.outbox.answered(cid);
    if (seq <= this.stream(stream).cursor) {
      this.outbox.remove(cid);
      this.effects.push({ type: 'outbox-settled', cid });
    } else {
      this.outboxChanged(cid, { state: 'stored', seq, problem: undefined });
    }
  }

  private fetched(frame: ServerFrame & { type: 'fetched' }): void {
    const request = this.requests.get(frame.re);
    this.requests.delete(frame.re);
    if (request !== undefined && 'fetch' in request.subject) {
      const { entries, more } = frame.ok;
      this.effects.push({ type: 'prepend', stream: request.subject.fetch, entries, more });
    }
  }

  private refused(frame: ServerFrame & { type: 'error' }): void {
    const request = frame.re === undefined ? undefined : this.requests.get(frame.re);
    if (frame.re === undefined || request === undefined) {
      return;
    }
    this.requests.delete(frame.re);
    if ('send' in request.subject) {
      this.sendRefused(request.subject.send, frame.problem, frame.retry, frame.afterMs);
    } else if (frame.retry !== 'never') {
      const { fetch, before, limit } = request.subject;
      this.wantedPages.set(fetch, { before, limit });
    }
  }

  private sendRefused(cid: string, problem: Problem, retry: Retry, afterMs?: number): void {
    this.outbox.answered(cid);
    if (retry === 'never') {
      return this.outboxChanged(cid, { state: 'failed', problem });
    }
    const conversation = this.outbox.pause(cid);
    if (conversation !== undefined) {
      this.outboxChanged(cid, { problem });
      this.setTimer(`resend:${conversation}`, afterMs ?? RESEND_SOON_MS);
    }
  }

  // --- Storage

  private committed(id: StreamId, cursor: number, cids: readonly string[]): void {
    const stream = this.stream(id);
    stream.cursor = Math.max(stream.cursor, cursor);
    for (const cid of cids) {
      this.outbox.remove(cid);
    }
    this.acknowledge(id, 0);
  }

  /** Tells the server what is stored here, unless it has been told or knows. */
  private acknowledge(id: StreamId, known: number): void {
    const stream = this.stream(id);
    if (this.phase !== 'welcomed' || stream.cursor <= Math.max(stream.acknowledged, known)) {
      return;
    }
    this.unacknowledged.add(id);
    const entries = [...this.unacknowledged]
      .map((each) => this.stream(each))
      .reduce((sum, { cursor, acknowledged }) => sum + cursor - acknowledged, 0);
    if (!this.isAckPausing || entries >= ACK_AT_ONCE) {
      this.acknowledgeAll();
    }
  }

  private acknowledgeAll(): void {
    const cursors: Record<StreamId, number> = {};
    for (const id of this.unacknowledged) {
      const stream = this.stream(id);
      stream.acknowledged = stream.cursor;
      cursors[id] = stream.cursor;
    }
    this.unacknowledged.clear();
    this.send({ type: 'ack', cursors });
    this.isAckPausing = true;
    this.setTimer('ack', ACK_PAUSE_MS);
  }

  private ackPauseEnds(): void {
    this.isAckPausing = false;
    if (this.phase === 'welcomed' && this.unacknowledged.size > 0) {
      this.acknowledgeAll();
    }
  }

  /** What waits to be acknowledged goes along with whatever else is said: it costs no message. */
  private acknowledgeAlong(): void {
    const saysSomething = this.effects.some(({ type }) => type === 'send');
    if (this.phase === 'welcomed' && this.unacknowledged.size > 0 && saysSomething) {
      this.acknowledgeAll();
    }
  }

  /**
   * What came does not continue what was stored. Once may be an accident on the way; twice is a
   * history that was changed: the person is told, and the stream goes on unverified.
   */
  private chainBroken(stream: StreamId): void {
    if (this.brokenOnce.has(stream)) {
      this.distrusted.add(stream);
    }
    this.brokenOnce.add(stream);
    this.reconnect();
  }

  // --- Requests

  private pump(): void {
    if (this.phase !== 'welcomed') {
      return;
    }
    for (const item of this.outbox.ready()) {
      if (this.requests.size >= this.inFlightLimit) {
        return;
      }
      this.outbox.sending(item.cid);
      this.request({ send: item.cid }, (id) => frameOf(item, id));
    }
    for (const [stream, { before, limit }] of this.wantedPages) {
      if (this.requests.size >= this.inFlightLimit) {
        return;
      }
      this.wantedPages.delete(stream);
      this.request({ fetch: stream, before, limit }, (id) => ({
        type: 'fetch',
        id,
        stream,
        before,
        limit,
      }));
    }
  }

  private request(subject: Request['subject'], frame: (id: string) => ClientFrame): void {
    const id = this.nextId();
    this.requests.set(id, { sentAt: this.now, subject });
    this.send(frame(id));
  }

  private failInFlight(): void {
    const problem: Problem = {
      type: 'urn:parley:problem:content-too-large',
      title: 'Too large',
      status: 413,
    };
    for (const { subject } of this.requests.values()) {
      if ('send' in subject) {
        this.outboxChanged(subject.send, { state: 'failed', problem });
      }
    }
  }

  private read(conversation: string, seq: number): void {
    if (seq > (this.reads.get(conversation) ?? 0)) {
      this.reads.set(conversation, seq);
      if (!this.replaying.has(conversationStream(conversation))) {
        this.markIfUnknown(conversation);
      }
    }
  }

  /** Worth saying only now: whoever is not connected says nothing, and nothing is said later. */
  private typing(conversation: string, on: boolean): void {
    if (this.phase === 'welcomed') {
      this.send({ type: 'typing', conversation, on });
    }
  }

  /** What the person has before him, over all tabs; it is told whenever somebody may listen. */
  private screen(tab: string, screen: Screen | null): void {
    if (screen === null) {
      this.screens.delete(tab);
    } else {
      this.screens.set(tab, { ...screen, at: this.now });
    }
    if (this.phase === 'welcomed') {
      this.tellScreens();
    }
  }

  private tellScreens(): void {
    for (const [tab, { at }] of this.screens) {
      if (this.now - at > SCREEN_HOLDS_MS) {
        this.screens.delete(tab);
      }
    }
    const visible = [...this.screens.values()].filter(({ isVisible }) => isVisible);
    const people = new Map<string, Set<string>>();
    for (const screen of visible) {
      for (const [conversation, shown] of Object.entries(screen.people)) {
        people.set(conversation, new Set([...(people.get(conversation) ?? []), ...shown]));
      }
    }
    this.send({ type: 'presence', state: visible.length > 0 ? 'active' : 'away' });
    this.send({
      type: 'focus',
      open: [...new Set(visible.flatMap(({ open }) => open))].slice(0, MOST_SHOWN),
      people: Object.fromEntries(
        [...people]
          .flatMap(([conversation, shown]) => [...shown].map((person) => [conversation, person]))
          .slice(0, MOST_SHOWN)
          .reduce(
            (kept, [conversation = '', person = '']) =>
              kept.set(conversation, [...(kept.get(conversation) ?? []), person]),
            new Map<string, string[]>(),
          ),
      ),
    });
  }

  private markIfUnknown(conversation: string): void {
    const read = this.reads.get(conversation) ?? 0;
    if (this.phase === 'welcomed' && read > (this.knownReads.get(conversation) ?? 0)) {
      this.send({ type: 'mark', conversation, read });
    }
  }

  // --- Timers

  private timer(name: TimerName): void {
    switch (name) {
      case 'connect':
        return this.reconnect();
      case 'reconnect':
        return this.phase === 'idle' && this.isOnline ? this.connect() : undefined;
      case 'heartbeat':
        return this.heartbeat();
      case 'ack':
        return this.ackPauseEnds();
      default:
        this.outbox.unpause(name.slice('resend:'.length));
    }
  }

  private heartbeat(): void {
    const silent = this.now - this.lastHeard > this.heartbeatMs * HEARTBEATS_OF_SILENCE;
    const unanswered = [...this.requests.values()].some(
      (request) => this.now - request.sentAt > ANSWER_TIMEOUT_MS,
    );
    if (silent || unanswered) {
      return this.reconnect();
    }
    this.pings += 1;
    this.send({ type: 'ping', n: this.pings });
    this.setTimer('heartbeat', this.heartbeatMs);
  }

  // --- Small helpers

  private stream(id: StreamId): Stream {
    let stream = this.streams.get(id);
    if (stream === undefined) {
      stream = { cursor: 0, received: 0, acknowledged: 0 };
      this.streams.set(id, stream);
    }
    return stream;
  }

  private outboxChanged(cid: string, change: Parameters<Outbox['change']>[1]): void {
    const item = this.outbox.change(cid, change);
    if (item !== undefined) {
      this.effects.push({ type: 'outbox-changed', item });
    }
  }

  private nextId(): string {
    this.requestNumber += 1;
    return String(this.requestNumber);
  }

  private send(frame: ClientFrame): void {
    this.effects.push({ type: 'send', connection: this.connection, frame });
  }

  private setTimer(name: TimerName, afterMs: number): void {
    this.effects.push({ type: 'set-timer', name, afterMs });
  }

  private clearTimer(name: TimerName): void {
    this.effects.push({ type: 'clear-timer', name });
  }

  private tellStatus(): void {
    const status = this.currentStatus();
    if (status !== this.status) {
      this.status = status;
      this.effects.push({ type: 'status', status });
    }
  }

  private currentStatus(): ConnectionStatus {
    switch (this.phase) {
      case 'stopped':
      case 'ended':
        return this.status;
      case 'idle':
        return this.isOnline ? 'waiting' : 'offline';
      case 'connecting':
      case 'greeting':
        return this.attempt > 1 ? 'waiting' : 'connecting';
      case 'welcomed':
        return this.replaying.size > 0 ? 'catching-up' : 'online';
    }
  }
}

function frameOf(item: OutboxItem, id: string): ClientFrame {
  const { cid, conversation, body, expiresIn, notify, purges, attachments } = item;
  if (purges !== undefined) {
    return { type: 'purge', id, cid, conversation, seqs: purges };
  }
  return {
    type: 'send',
    id,
    cid,
    conversation,
    body,
    ...(expiresIn === undefined ? {} : { expiresIn }),
    ...(notify === undefined ? {} : { notify }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}
