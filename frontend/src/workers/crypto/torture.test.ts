import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { CryptoRefusal } from './refusal';
import { randomOf } from './testing/random';
import {
  CONVERSATION,
  groupOf,
  utf8,
  type VirtualDevice,
  type VirtualServer,
} from './testing/virtual-group';

const STEPS = 240;
const PEOPLE = 4;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A device whose tab dies now and then, before or after a step reached the disk. */
class Mortal {
  /** What it still has to say, by cid. */
  readonly outbox = new Map<string, string>();
  readonly read: string[] = [];
  private said = 0;

  constructor(
    readonly device: VirtualDevice,
    private readonly server: VirtualServer,
    private readonly random: (below: number) => number,
  ) {}

  async step(): Promise<void> {
    const dies = this.random(5) === 0;
    const put = dies
      ? vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
          throw new Error('the tab has died');
        })
      : undefined;
    try {
      await this.live();
    } catch (error) {
      // Nothing but the death of the tab goes wrong.
      expect(error).toEqual(new CryptoRefusal('storage'));
      expect(dies).toBe(true);
    } finally {
      put?.mockRestore();
    }
    if (dies || this.random(12) === 0) {
      await this.device.restart();
    }
  }

  private async live(): Promise<void> {
    const what = this.random(8);
    if (what === 0) {
      await this.device.commit();
    } else if (what < 4) {
      this.said += 1;
      this.outbox.set(this.device.nextCid(), `${this.device.number}: ${this.said}`);
      await this.send();
    } else {
      await this.catchUp();
      await this.send();
    }
  }

  /** Gives the server what it takes: messages of its epoch, each cid once. */
  async send(): Promise<void> {
    for (const [cid, text] of this.outbox) {
      const { epoch, body } = await this.device.api.encrypt(CONVERSATION, cid, utf8(text));
      const isKnown = this.server.log.some((entry) => entry.cid === cid);
      if (!isKnown && epoch === this.server.epoch) {
        this.server.append({ kind: 'message', by: this.device, cid, body });
      }
    }
  }

  async catchUp(): Promise<void> {
    const { results, waiting } = await this.device.catchUp();
    expect(waiting).toBeUndefined();
    for (const result of results) {
      expect(result).not.toHaveProperty('failed');
      if ('plaintext' in result) {
        this.read.push(new TextDecoder().decode(result.plaintext));
      }
      if ('own' in result && result.own !== undefined) {
        this.outbox.delete(result.own);
      }
    }
  }
}

test(
  'tabs that die lose no message, double none, and come back to the same group',
  { timeout: 120_000 },
  async ({ annotate }) => {
    const seed = Number(
      process.env.PARLEY_FUZZ_SEED ?? crypto.getRandomValues(new Uint32Array(1))[0],
    );
    await annotate(`PARLEY_FUZZ_SEED=${seed}`);
    const random = randomOf(seed);
    const [server, ...devices] = await groupOf(PEOPLE);
    const people = devices.map((device) => new Mortal(device, server, random));
    for (let step = 0; step < STEPS; step += 1) {
      await people[random(people.length)]?.step();
    }
    // Whatever waits is sent, and everybody reads to the end.
    while (people.some(({ outbox }) => outbox.size > 0)) {
      for (const person of people) {
        await person.catchUp();
        await person.send();
        await person.catchUp();
      }
    }
    await Promise.all(people.map((person) => person.catchUp()));
    const said = people[0]?.read ?? [];
    expect(said.length).toBeGreaterThan(STEPS / 8);
    expect(new Set(said).size).toBe(said.length);
    people.forEach(({ read }) => expect(read).toEqual(said));
    const views = await Promise.all(devices.map((device) => device.members()));
    expect(new Set(views.map(({ epochAuthenticator }) => epochAuthenticator)).size).toBe(1);
  },
);
