import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiProblem } from '@/lib/api/problem';
import {
  CONVERSATION,
  keyOf,
  START,
  uuid,
  VirtualDevice,
  VirtualServer,
  virtualLocks,
} from '@/workers/crypto/testing/virtual-group';
import type { CryptoClient } from '@/workers/crypto/crypto-client';
import type { Members } from '@/workers/crypto/model';
import type { DeliveryService } from './delivery-service';
import { GroupKeeper } from './group-keeper';
import { SealingRefused } from './sealing-refused';

/** The server as the keepers of a conversation meet it, with who belongs to it. */
class World {
  readonly log = new VirtualServer();
  readonly people: VirtualDevice[] = [];
  readonly packages = new Map<string, string[]>();
  readonly members = new Set<string>();
  readonly claims: string[] = [];
  /** Devices on which somebody has signed out. */
  readonly former: VirtualDevice[] = [];
  accounts: { account: string; key: string }[] = [];
  /** How often a commit was fetched that the log does not hold. */
  fetched = 0;
  /** Called before a commit is taken. */
  beforeCommit: () => Promise<void> = () => Promise.resolve();
  /** Called when it is settled which devices the server names, before anybody hears of it. */
  onDevices: () => void = () => undefined;

  service(device: VirtualDevice): DeliveryService {
    const { log, packages } = this;
    return {
      register: (signatureKey) => {
        device.signatureKey = signatureKey;
        return Promise.resolve();
      },
      stock: () => {
        const available = packages.get(device.device)?.length ?? 0;
        return Promise.resolve({ available, lastResort: available > 0 });
      },
      publish: ({ keyPackages }) => {
        packages.set(device.device, [...(packages.get(device.device) ?? []), ...keyPackages]);
        return Promise.resolve();
      },
      devices: () => {
        const answer = { devices: this.belonging().map(keyOf), accounts: this.accounts };
        this.onDevices();
        return Promise.resolve(answer);
      },
      formerDevices: (_conversation, devices) =>
        Promise.resolve({
          devices: this.former.filter(({ device: id }) => devices.includes(id)).map(keyOf),
          accounts: [],
        }),
      claim: (_conversation, accounts) => {
        this.claims.push(...accounts);
        return Promise.resolve(
          this.belonging()
            .filter(({ account }) => accounts.includes(account))
            .flatMap(({ account, device: id }) => {
              const keyPackage = packages.get(id)?.shift();
              return keyPackage === undefined ? [] : [{ account, device: id, keyPackage }];
            }),
        );
      },
      groupInfo: () => Promise.resolve(log.groupInfo),
      welcome: () => Promise.resolve(log.welcomes.get(device.device)),
      dropWelcome: () => {
        log.welcomes.delete(device.device);
        return Promise.resolve();
      },
      largeCommit: (_conversation, seq) => {
        this.fetched += 1;
        return Promise.resolve(log.large.get(seq) ?? '');
      },
      commit: async (_conversation, commit) => {
        await this.beforeCommit();
        return log.take(device, commit);
      },
    };
  }

  private belonging(): VirtualDevice[] {
    return this.people.filter(
      (device) =>
        this.members.has(device.account) &&
        device.signatureKey !== '' &&
        !this.former.includes(device),
    );
  }
}

/** A device with its keeper, which follows the log as the engine does. */
class Desk {
  readonly keeper: GroupKeeper;
  readonly heard: string[] = [];
  private seq = 0;
  private isReading = false;
  private isSettling = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly world: World,
    private readonly own: VirtualDevice,
  ) {
    world.people.push(own);
    world.members.add(own.account);
    this.keeper = new GroupKeeper({
      account: own.account,
      device: own.device,
      crypto: browserOf(own),
      service: world.service(own),
      newCid: () => own.nextCid(),
      now: () => performance.now(),
      graceMs: 200,
    });
    this.reads();
  }

  /** Follows the log from now on. */
  reads(): void {
    this.timer = setInterval(() => void this.read(), 5);
  }

  get account(): string {
    return this.own.account;
  }

  async says(text: string): Promise<void> {
    const cid = this.own.nextCid();
    let sealed = await this.keeper.seal(CONVERSATION, cid, text);
    while (sealed.epoch !== this.world.log.epoch) {
      // The server refuses what was encrypted for an epoch that is over.
      await this.read();
      sealed = await this.keeper.seal(CONVERSATION, cid, text);
    }
    this.world.log.append({ kind: 'message', by: this.own, cid, body: sealed.body });
  }

  group(): Promise<Members> {
    return this.own.members();
  }

  leaves(): void {
    clearInterval(this.timer);
  }

  signsOut(): void {
    this.leaves();
    this.world.former.push(this.own);
  }

  private async read(): Promise<void> {
    if (this.isReading) {
      return;
    }
    this.isReading = true;
    try {
      const entries = this.world.log.since(this.seq, this.own);
      if (entries.length === 0) {
        return;
      }
      const { results, waiting } = await this.keeper.receive(CONVERSATION, entries);
      for (const result of results) {
        if ('failed' in result) {
          const isMessage = entries.some(
            ({ seq, kind }) => seq === result.seq && kind === 'message',
          );
          this.heard.push(...(isMessage ? [`!${result.failed}`] : []));
        } else if ('plaintext' in result) {
          this.heard.push(new TextDecoder().decode(result.plaintext));
        }
        this.seq = result.seq;
      }
      if (waiting !== undefined && !this.isSettling) {
        // Not awaited: it may wait for what comes next in the log.
        this.isSettling = true;
        void this.keeper.settle(CONVERSATION, waiting).finally(() => (this.isSettling = false));
      }
    } finally {
      this.isReading = false;
    }
  }
}

let desks: Desk[] = [];
let world: World;
let opening: Promise<unknown> = Promise.resolve();

/** The worker of a device in a browser of its own: its databases are nobody else's. */
function browserOf({ api }: VirtualDevice): CryptoClient {
  const databases = new IDBFactory();
  const open: CryptoClient['open'] = (account, device) => {
    const opened = opening.then(() => {
      globalThis.indexedDB = databases;
      return api.open(account, device);
    });
    opening = opened.catch(() => undefined);
    return opened;
  };
  return new Proxy(Object.assign(api, { end: () => undefined }), {
    get: (target, name) => {
      const value = (name === 'open' ? open : Reflect.get(target, name)) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = new World();
  desks = [];
});

afterEach(() => {
  desks.forEach((desk) => desk.leaves());
});

/** Somebody's next device; of a new person unless it is said whose. */
function comes(number: number, account = uuid(0xa, number)): Desk {
  const surroundings = { now: () => START, lock: virtualLocks() };
  const device = new VirtualDevice(number, world.log, account, uuid(0xd, number), surroundings);
  const desk = new Desk(world, device);
  desks.push(desk);
  return desk;
}

describe('the keeper of a group', () => {
  test('begins it with the first message, which all devices of the others read', async () => {
    const [amy, ben, phone] = [comes(1), comes(2), comes(3, uuid(0xa, 2))];
    await Promise.all([ben.keeper.register(), phone.keeper.register()]);
    await amy.says('hello');
    await expect.poll(() => ben.heard).toEqual(['hello']);
    await expect.poll(() => phone.heard).toEqual(['hello']);
    await ben.says('hello yourself');
    await expect.poll(() => amy.heard).toEqual(['hello', 'hello yourself']);
    await expect.poll(() => phone.heard).toEqual(['hello', 'hello yourself']);
    expect(world.log.epoch).toBe(1);
  });

  test('says so when nobody else could read, and does it when somebody can', async () => {
    const [amy, ben] = [comes(1), comes(2)];
    await expect(amy.says('hello')).rejects.toMatchObject({ why: 'nobody-can-read' });
    await ben.keeper.register();
    amy.keeper.forgetDevices(CONVERSATION);
    await amy.says('hello');
    await expect.poll(() => ben.heard).toEqual(['hello']);
  });

  test('two who begin at once end in one group', async () => {
    const [amy, ben] = [comes(1), comes(2)];
    await Promise.all([amy.keeper.register(), ben.keeper.register()]);
    let first = true;
    world.beforeCommit = async () => {
      if (first) {
        first = false;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    await Promise.all([amy.says('one'), ben.says('two')]);
    await expect.poll(() => [...amy.heard].sort()).toEqual(['one', 'two']);
    await expect.poll(() => [...ben.heard].sort()).toEqual(['one', 'two']);
  });

  test('who has left is removed before the next message, and reads nothing more', async () => {
    const [amy, ben, cleo] = [comes(1), comes(2), comes(3)];
    await Promise.all([ben.keeper.register(), cleo.keeper.register()]);
    await amy.says('all three');
    await expect.poll(() => cleo.heard).toEqual(['all three']);
    world.members.delete(cleo.account);
    await amy.keeper.renew(CONVERSATION);
    await amy.says('two of us');
    await expect.poll(() => ben.heard).toEqual(['all three', 'two of us']);
    expect(cleo.heard).not.toContain('two of us');
    const { members } = await amy.group();
    expect(members.map(({ account }) => account).sort()).toEqual([amy.account, ben.account]);
  });

  test('who comes while the server is asked who is in reads the next message', async () => {
    const [amy, ben, cleo] = [comes(1), comes(2), comes(3)];
    await Promise.all([ben.keeper.register(), cleo.keeper.register()]);
    world.members.delete(cleo.account);
    world.onDevices = () => {
      if (!world.members.has(cleo.account)) {
        world.members.add(cleo.account);
        amy.keeper.forgetDevices(CONVERSATION);
      }
    };
    await amy.says('welcome');
    await expect.poll(() => ben.heard).toEqual(['welcome']);
    await expect.poll(() => cleo.heard).toEqual(['welcome']);
  });

  test('what a device wrote that has signed out since is read by one that never heard of it', async () => {
    const [amy, ben] = [comes(1), comes(2)];
    await ben.keeper.register();
    // Ben's page is closed while all of it happens.
    ben.leaves();
    await amy.says('hello');
    amy.signsOut();
    ben.reads();
    await expect.poll(() => ben.heard).toEqual(['hello']);
  });

  test('a device that comes later joins by itself, and reads on from there', async () => {
    const [amy, ben] = [comes(1), comes(2)];
    await ben.keeper.register();
    await amy.says('before');
    const tablet = comes(3, ben.account);
    await expect.poll(() => tablet.heard, { timeout: 10_000 }).toEqual(['!before-joining']);
    await expect.poll(() => world.log.epoch).toBe(2);
    await amy.says('after');
    await expect.poll(() => tablet.heard).toEqual(['!before-joining', 'after']);
    await tablet.says('me too');
    await expect.poll(() => ben.heard).toEqual(['before', 'after', 'me too']);
  }, 20_000);

  test('KeyPackages are made again as they are used', async () => {
    const ben = comes(2);
    await ben.keeper.register();
    expect(world.packages.get(uuid(0xd, 2))).toHaveLength(50);
  });

  test('a commit that is refused for good is let go of, and the next one is another', async () => {
    const [amy, ben] = [comes(1), comes(2)];
    await ben.keeper.register();
    const problem = { type: 'urn:parley:problem:commit-invalid', title: 'No.', status: 422 };
    world.beforeCommit = () => Promise.reject(new ApiProblem(problem));
    await expect(amy.says('hello')).rejects.toThrow('No.');
    world.beforeCommit = () => Promise.resolve();
    await amy.says('hello');
    await expect.poll(() => ben.heard).toEqual(['hello']);
  });

  test('a commit that is too large for the log is fetched by those who follow it', async () => {
    const [amy, ben, cleo] = [comes(1), comes(2), comes(3)];
    await Promise.all([ben, cleo].map(({ keeper }) => keeper.register()));
    world.log.areLarge = true;
    await amy.says('hello');
    await expect.poll(() => ben.heard).toEqual(['hello']);
    await expect.poll(() => cleo.heard).toEqual(['hello']);
    expect(world.fetched).toBe(0);
    world.members.delete(cleo.account);
    await ben.keeper.renew(CONVERSATION);
    await ben.says('goodbye, cleo');
    await expect.poll(() => amy.heard).toEqual(['hello', 'goodbye, cleo']);
    // By Amy, and by Cleo, who learns from it that she is out.
    expect(world.fetched).toBe(2);
  });

  test('who commits too late follows a large commit at once', async () => {
    const [amy, ben, cleo] = [comes(1), comes(2), comes(3)];
    await Promise.all([ben, cleo].map(({ keeper }) => keeper.register()));
    await amy.says('hello');
    await expect.poll(() => ben.heard).toEqual(['hello']);
    world.log.areLarge = true;
    world.members.delete(cleo.account);
    let committing = 0;
    world.beforeCommit = async () => {
      committing += 1;
      await expect.poll(() => committing).toBeGreaterThan(1);
    };
    await Promise.all([amy, ben].map(({ keeper }) => keeper.renew(CONVERSATION)));
    await amy.says('only two of us');
    await expect.poll(() => ben.heard).toEqual(['hello', 'only two of us']);
  });

  test('who commits too late follows one at once that adds a device he has not heard of', async () => {
    const [amy, ben, cleo] = [comes(1), comes(2), comes(3)];
    await Promise.all([ben, cleo].map(({ keeper }) => keeper.register()));
    await amy.says('hello');
    await expect.poll(() => ben.heard).toEqual(['hello']);
    world.members.delete(cleo.account);
    const { epoch } = world.log;
    let isCommitting = false;
    world.beforeCommit = async () => {
      if (!isCommitting) {
        isCommitting = true;
        await expect.poll(() => world.log.epoch, { timeout: 10_000 }).toBeGreaterThan(epoch);
      }
    };
    const late = amy.keeper.renew(CONVERSATION);
    await expect.poll(() => isCommitting).toBe(true);
    await comes(4).keeper.register();
    await ben.keeper.renew(CONVERSATION);
    await late;
    await amy.says('three again');
    await expect.poll(() => ben.heard).toEqual(['hello', 'three again']);
  });

  test('a device whose key has changed stops the sending until the person has looked', async () => {
    const [amy, ben] = [comes(1), comes(2)];
    await ben.keeper.register();
    await amy.says('hello');
    const [{ signatureKey: amyKey } = { signatureKey: '' }, other] = world.people;
    if (other !== undefined) {
      other.signatureKey = amyKey;
    }
    amy.keeper.forgetDevices(CONVERSATION);
    await expect(amy.says('secret')).rejects.toBeInstanceOf(SealingRefused);
  });
});
