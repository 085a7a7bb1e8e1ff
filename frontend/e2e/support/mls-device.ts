import { IDBFactory } from 'fake-indexeddb';
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

  private constructor(
    readonly home: string,
    readonly name: string,
  ) {}

  /** The first device of a new account, or one more of an account that is there. */
  static async of(home: string, name: string, isNew: boolean): Promise<MlsDevice> {
    const device = new MlsDevice(home, name);
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

  async call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer> {
    const response = await fetch(`${this.home.replace(/\/$/, '')}/api${path}`, {
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
