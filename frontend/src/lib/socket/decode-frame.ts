import { isProblem } from '@/lib/api/problem';
import type { Cursors, Entry, PresenceState, Retry, ServerFrame, Watermark } from './frames';
import { isStreamId, type StreamId } from './streams';

/** A frame that breaks the protocol. */
export class BadFrame extends Error {
  override readonly name = 'BadFrame';
}

/**
 * Reads a frame of the server. Unknown fields are ignored; an unknown type gives null, so that a
 * newer server may say more than this client understands.
 *
 * @throws BadFrame when a known type lacks something or holds something else
 */
export function decodeFrame(text: string): ServerFrame | null {
  const frame = new Fields(parse(text));
  switch (frame.text('type')) {
    case 'welcome':
      return decodeWelcome(frame);
    case 'entry':
      return { type: 'entries', stream: frame.stream(), entries: [decodeEntry(frame)] };
    case 'entries':
      return decodeEntries(frame);
    case 'live':
      return { type: 'live', stream: frame.stream(), seq: frame.count('seq') };
    case 'gap':
      return {
        type: 'gap',
        stream: frame.stream(),
        from: frame.count('from'),
        to: frame.count('to'),
        why: frame.text('why'),
      };
    case 'marks':
      return {
        type: 'marks',
        conversation: frame.text('conversation'),
        list: frame.list('list').map(decodeWatermark),
      };
    case 'signal':
      return {
        type: 'signal',
        kind: frame.text('kind'),
        stream: frame.stream(),
        by: frame.text('by'),
        ttl: frame.count('ttl'),
        ...decodePresence(frame),
      };
    case 'ok':
      return decodeOk(frame);
    case 'error':
      return decodeError(frame);
    case 'pong':
      return { type: 'pong', n: frame.count('n') };
    case 'bye':
      return {
        type: 'bye',
        code: frame.count('code'),
        resume: frame.flag('resume'),
        afterMs: frame.optionalCount('afterMs'),
        reason: frame.optionalText('reason'),
        why: frame.optionalText('why'),
      };
    default:
      return null;
  }
}

/** A state that is not known is one of a newer server: then nothing is said of it. */
function decodePresence(frame: Fields): { state?: PresenceState } {
  const state = frame.optionalText('state');
  return state === 'active' || state === 'away' ? { state } : {};
}

function decodeWelcome(frame: Fields): ServerFrame {
  const limits = frame.object('limits');
  return {
    type: 'welcome',
    re: frame.text('re'),
    connection: frame.text('connection'),
    generation: frame.text('generation'),
    at: frame.text('at'),
    heads: decodeCursors(frame.object('heads')),
    window: frame.count('window'),
    heartbeat: frame.count('heartbeat'),
    limits: {
      frameBytes: limits.count('frameBytes'),
      bodyBytes: limits.count('bodyBytes'),
      inFlight: limits.count('inFlight'),
    },
    lines: frame.has('lines') && frame.flag('lines'),
  };
}

function decodeEntries(frame: Fields): ServerFrame {
  const stream = frame.stream();
  const entries = frame.list('entries').map((entry) => decodeEntry(entry, stream));
  if (entries.length === 0) {
    throw new BadFrame('entries without an entry');
  }
  return { type: 'entries', stream, entries };
}

function decodeOk(frame: Fields): ServerFrame {
  const re = frame.text('re');
  if (frame.has('entries')) {
    return {
      type: 'fetched',
      re,
      ok: {
        entries: frame.list('entries').map((entry) => decodeEntry(entry)),
        more: frame.flag('more'),
      },
    };
  }
  return {
    type: 'sent',
    re,
    ok: {
      cid: frame.text('cid'),
      stream: frame.stream(),
      seq: frame.count('seq'),
      at: frame.text('at'),
    },
  };
}

function decodeError(frame: Fields): ServerFrame {
  const problem = frame.value('problem');
  if (!isProblem(problem)) {
    throw new BadFrame('error without a problem');
  }
  return {
    type: 'error',
    re: frame.optionalText('re'),
    problem,
    retry: decodeRetry(frame.text('retry')),
    afterMs: frame.optionalCount('afterMs'),
  };
}

/** An entry; inside a list the stream may be said once, outside of it. */
function decodeEntry(fields: Fields, stream?: StreamId): Entry {
  const entry: Entry = {
    stream: stream ?? fields.stream(),
    seq: fields.count('seq'),
    kind: fields.text('kind'),
    at: fields.text('at'),
    hash: fields.text('hash'),
  };
  for (const name of ['by', 'device', 'cid', 'expiresAt', 'body'] as const) {
    const value = fields.optionalText(name);
    if (value !== undefined) {
      entry[name] = value;
    }
  }
  return entry;
}

function decodeWatermark(fields: Fields): Watermark {
  return {
    user: fields.text('user'),
    delivered: fields.count('delivered'),
    read: fields.count('read'),
  };
}

function decodeCursors(fields: Fields): Cursors {
  const cursors: Cursors = {};
  for (const stream of fields.names()) {
    if (isStreamId(stream)) {
      cursors[stream] = fields.count(stream);
    }
  }
  return cursors;
}

function decodeRetry(text: string): Retry {
  return text === 'same' || text === 'after' || text === 'rebase' ? text : 'never';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadFrame('not JSON');
  }
}

/** The fields of a JSON object, each read as what it must be. */
class Fields {
  private readonly fields: Record<string, unknown>;

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new BadFrame('not an object');
    }
    this.fields = value as Record<string, unknown>;
  }

  names(): string[] {
    return Object.keys(this.fields);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  value(name: string): unknown {
    return this.fields[name];
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.fail(name);
  }

  optionalText(name: string): string | undefined {
    if (!this.has(name)) {
      return undefined;
    }
    const value = this.fields[name];
    return typeof value === 'string' ? value : this.fail(name);
  }

  count(name: string): number {
    return this.optionalCount(name) ?? this.fail(name);
  }

  optionalCount(name: string): number | undefined {
    if (!this.has(name)) {
      return undefined;
    }
    const value = this.fields[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : this.fail(name);
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return typeof value === 'boolean' ? value : this.fail(name);
  }

  stream(): StreamId {
    const value = this.fields.stream;
    return isStreamId(value) ? value : this.fail('stream');
  }

  object(name: string): Fields {
    return new Fields(this.fields[name]);
  }

  list(name: string): Fields[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value.map((item) => new Fields(item)) : this.fail(name);
  }

  private fail(name: string): never {
    throw new BadFrame(`${name} is missing or of the wrong type`);
  }
}
