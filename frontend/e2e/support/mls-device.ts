import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { WebSocket, type RawData } from 'ws';
import { uuidV7 } from '../../src/lib/id/uuid-v7.js';
import { CryptoApi } from '../../src/workers/crypto/crypto-api.js';
import type {
  DeviceKey,
  EntryResult,
  LogEntry,
  PendingCommit,
  Waiting,
} from '../../src/workers/crypto/model.js';
import { PASSWORD } from './password.js';

/** What this file reads of the answers. */
interface SignedIn {
  accessToken: string;
  account: { id: string };
  session: { deviceId: string };
}

/** Where a commit stands in the log. */
export interface Committed {
  /** The one that it begins. */
  epoch: number;
  seq: number;
}

/** What was read in one go, and what has to be done before more can be. */
export interface Read {
  results: EntryResult[];
  waiting?: Waiting['why'];
}

/**
 * So often every instance is asked: one that lives may just have ended an idle connection, or have
 * too much to do for an answer.
 */
const ROUNDS = 8;

/** How much longer somebody waits before each round than before the last. Milliseconds. */
const ROUND_MS = 250;

const UNAVAILABLE = 503;

const IDS = {
  now: () => Date.now(),
  randomBytes: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
};

/** A device of somebody: what the crypto worker does, and the requests that the web app makes for it. */
export class MlsDevice {
  readonly api = new CryptoApi({
    now: () => Date.now(),
    lock: () => Promise.resolve(() => undefined),
  });
  account = '';
  device = '';
  private token = '';
  private cursor = 0;
  /** Requests that a dying instance took and did not answer. */
  brokenOff = 0;

  private constructor(
    private readonly homes: readonly string[],
    readonly name: string,
  ) {}

  /**
   * The first device of a new account, or one more of an account that is there.
   *
   * @param others instances that are asked when the home is gone
   */
  static async of(
    home: string,
    name: string,
    isNew: boolean,
    ...others: string[]
  ): Promise<MlsDevice> {
    const device = new MlsDevice([home, ...others], name);
    const path = isNew ? '/auth/register' : '/auth/login';
    const signedIn = await device.call<SignedIn>('POST', path, {
      username: name,
      password: PASSWORD,
    });
    device.token = signedIn.accessToken;
    device.account = signedIn.account.id;
    device.device = signedIn.session.deviceId;
    // Its databases are nobody else's.
    globalThis.indexedDB = new IDBFactory();
    const { signatureKey } = await device.api.open(device.account, device.device);
    await device.call('PUT', '/device-key', { signatureKey });
    await device.call('POST', '/key-packages', await device.api.makeKeyPackages(3, true));
    return device;
  }

  newCid(): string {
    return uuidV7(IDS);
  }

  /** Tells the worker who has which devices. */
  async learns(conversation: string): Promise<void> {
    await this.api.trust(await this.everybody(conversation));
  }

  /** The devices of everybody who is in a conversation. */
  async everybody(conversation: string): Promise<DeviceKey[]> {
    const path = `/conversations/${conversation}/devices`;
    return (await this.call<{ items: DeviceKey[] }>('GET', path)).items;
  }

  /** Gives a commit to the server. The epoch that it begins. */
  async commits(conversation: string, pending: PendingCommit): Promise<number> {
    return (await this.gives(conversation, pending, 'home')).epoch;
  }

  /**
   * Gives a commit to the server, under the key that is its own.
   *
   * @param first who is asked first: the home of this device, or the one it asks last
   */
  gives(
    conversation: string,
    { cid, epoch, commit, groupInfo, welcomes }: PendingCommit,
    first: 'home' | 'last',
  ): Promise<Committed> {
    const path = `/conversations/${conversation}/commits`;
    const body = { epoch, commit, groupInfo, welcomes };
    const homes = first === 'home' ? this.homes : this.homes.toReversed();
    return this.callAny(homes, 'POST', path, body, cid);
  }

  /** Reads the log from its start; what was read before says the same again. */
  async reads(conversation: string): Promise<EntryResult[]> {
    const path = `/conversations/${conversation}/entries?after=0&limit=100`;
    const page = await this.call<{ entries: LogEntry[] }>('GET', path);
    const ofTheGroup = page.entries.filter(({ kind }) => ['mls.commit', 'message'].includes(kind));
    return (await this.api.receive(conversation, ofTheGroup)).results;
  }

  /** Reads on where it has stopped reading, to the end or to what has to be done first. */
  async readsOn(conversation: string): Promise<Read> {
    const results: EntryResult[] = [];
    for (;;) {
      const path = `/conversations/${conversation}/entries?after=${this.cursor}&limit=100`;
      const page = await this.call<{ entries: LogEntry[]; more: boolean }>('GET', path);
      const ofTheGroup = page.entries.filter(({ kind }) =>
        ['mls.commit', 'message'].includes(kind),
      );
      const { results: read, waiting } = await this.api.receive(conversation, ofTheGroup);
      results.push(...read);
      this.cursor =
        waiting === undefined ? (page.entries.at(-1)?.seq ?? this.cursor) : waiting.seq - 1;
      await this.api.stored(conversation, this.cursor);
      if (waiting !== undefined || !page.more) {
        return waiting === undefined ? { results } : { results, waiting: waiting.why };
      }
    }
  }

  /** Encrypts a text, and sends it over a socket of its own. */
  async says(conversation: string, text: string): Promise<void> {
    const cid = this.newCid();
    const { epoch, body } = await this.api.encrypt(
      conversation,
      cid,
      new TextEncoder().encode(text),
    );
    const { ticket } = await this.call<{ ticket: string }>('POST', '/socket-tickets', {});
    const { origin } = new URL(this.homes[0] ?? '');
    // As a browser: whoever names no origin is refused.
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/socket`, 'parley.v1', {
      origin,
    });
    try {
      await once(socket, 'open');
      const hello = { type: 'hello', id: 'hello', ticket, device: this.device, cursors: {} };
      const message = { type: 'send', id: 'send', cid, conversation, epoch, body };
      for (const frame of [hello, message]) {
        socket.send(JSON.stringify(frame));
        await answerTo(socket, frame.id);
      }
    } finally {
      socket.close();
    }
  }

  /** Asks the home of this device, and the next instance with the same key when that one is gone. */
  call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer> {
    return this.callAny(this.homes, method, path, body, idempotencyKey);
  }

  private async callAny<Answer>(
    homes: readonly string[],
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer> {
    // Who has no other instance wants to know at once.
    const rounds = homes.length === 1 ? 1 : ROUNDS;
    let gone: unknown;
    for (let round = 0; round < rounds; round += 1) {
      await pause(round * ROUND_MS);
      for (const home of homes) {
        try {
          return await this.ask<Answer>(home, method, path, body, idempotencyKey);
        } catch (error) {
          if (!(error instanceof Gone)) {
            throw error;
          }
          this.brokenOff += error.isHalfway ? 1 : 0;
          gone = error;
        }
      }
    }
    throw gone;
  }

  private async ask<Answer>(
    home: string,
    method: string,
    path: string,
    body: unknown,
    idempotencyKey: string | undefined,
  ): Promise<Answer> {
    const { response, text } = await answerOf(`${home.replace(/\/$/, '')}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.token === '' ? {} : { Authorization: `Bearer ${this.token}` }),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}

/** There is nobody, or nobody any more, or somebody who is not Parley yet or cannot answer now. */
class Gone extends Error {
  constructor(
    /** Whether somebody was there who may have done what he was asked for. */
    readonly isHalfway: boolean,
    options: ErrorOptions,
  ) {
    super('An instance does not answer.', options);
  }
}

async function answerOf(
  url: string,
  request: RequestInit,
): Promise<{ response: Response; text: string }> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, request);
    text = await response.text();
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    throw new Gone(cause?.code !== 'ECONNREFUSED', { cause: error });
  }
  const isOurs = response.headers.get('Content-Type')?.includes('json') === true;
  if (response.status === UNAVAILABLE || (!response.ok && !isOurs)) {
    throw new Gone(false, { cause: text });
  }
  return { response, text };
}

/** Waits for the answer to a frame, which has to be a good one. */
function answerTo(socket: WebSocket, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = (data: RawData) => {
      const text = (data as Buffer).toString();
      const { re, type } = JSON.parse(text) as { re?: string; type: string };
      if (re === id) {
        socket.off('message', read);
        if (type === 'error') {
          reject(new Error(text));
        } else {
          resolve();
        }
      }
    };
    socket.on('message', read);
  });
}
