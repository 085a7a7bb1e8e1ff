import { once } from 'node:events';
import { IDBFactory } from 'fake-indexeddb';
import { WebSocket, type RawData } from 'ws';
import { uuidV7 } from '../../src/lib/id/uuid-v7.js';
import { CryptoApi } from '../../src/workers/crypto/crypto-api.js';
import type {
  DeviceKey,
  EntryResult,
  LogEntry,
  PendingCommit,
} from '../../src/workers/crypto/model.js';
import { PASSWORD } from './password.js';

/** What this file reads of the answers. */
interface SignedIn {
  accessToken: string;
  account: { id: string };
  session: { deviceId: string };
}

/** So often every instance is asked: one that lives may just have ended an idle connection. */
const ROUNDS = 3;

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

  private constructor(
    private readonly homes: string[],
    readonly name: string,
  ) {}

  /**
   * The first device of a new account, or one more of an account that is there.
   *
   * @param homes of instances: the first one is asked, and the next when that one is gone
   */
  static async of(home: string, name: string, isNew: boolean, ...homes: string[]) {
    const device = new MlsDevice([home, ...homes], name);
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
    const path = `/conversations/${conversation}/devices`;
    const { items } = await this.call<{ items: DeviceKey[] }>('GET', path);
    await this.api.trust(items);
  }

  /** Gives a commit to the server. The epoch that it begins. */
  async commits(conversation: string, pending: PendingCommit): Promise<number> {
    const { cid, epoch, commit, groupInfo, welcomes } = pending;
    const path = `/conversations/${conversation}/commits`;
    const body = { epoch, commit, groupInfo, welcomes };
    const answer = await this.call<{ epoch: number }>('POST', path, body, cid);
    return answer.epoch;
  }

  /** Reads the log from its start; what was read before says the same again. */
  async reads(conversation: string): Promise<EntryResult[]> {
    const path = `/conversations/${conversation}/entries?after=0&limit=100`;
    const page = await this.call<{ entries: LogEntry[] }>('GET', path);
    const ofTheGroup = page.entries.filter(({ kind }) => ['mls.commit', 'message'].includes(kind));
    return (await this.api.receive(conversation, ofTheGroup)).results;
  }

  /** Reads on where it has stopped reading. */
  async readsOn(conversation: string): Promise<EntryResult[]> {
    const path = `/conversations/${conversation}/entries?after=${this.cursor}&limit=100`;
    const { entries } = await this.call<{ entries: LogEntry[] }>('GET', path);
    const ofTheGroup = entries.filter(({ kind }) => ['mls.commit', 'message'].includes(kind));
    const { results } = await this.api.receive(conversation, ofTheGroup);
    this.cursor = entries.at(-1)?.seq ?? this.cursor;
    await this.api.stored(conversation, this.cursor);
    return results;
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
    const socket = new WebSocket(`${this.homes[0]?.replace(/^http/, 'ws') ?? ''}/api/socket`);
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

  /** Asks an instance, and the next one with the same key when that one is gone. */
  async call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer> {
    const isAlone = this.homes.length === 1;
    for (let left = isAlone ? 1 : this.homes.length * ROUNDS; ; left -= 1) {
      const home = this.homes[0] ?? '';
      try {
        return await this.ask<Answer>(home, method, path, body, idempotencyKey);
      } catch (error) {
        // Nobody answers, or not to the end.
        if (!(error instanceof TypeError) || left === 1) {
          throw error;
        }
        this.homes.push(...this.homes.splice(this.homes.indexOf(home), 1));
      }
    }
  }

  private async ask<Answer>(
    home: string,
    method: string,
    path: string,
    body: unknown,
    idempotencyKey: string | undefined,
  ): Promise<Answer> {
    const response = await fetch(`${home.replace(/\/$/, '')}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.token === '' ? {} : { Authorization: `Bearer ${this.token}` }),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
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
