import { startCryptoWorker, type CryptoClient } from '../crypto-client';
import type { LogEntry, PendingCommit } from '../model';
import { loadSuite } from '../suite';
import { silentDevice } from './silent-device';
import { CONVERSATION, utf8, uuid } from './virtual-group';

// The page of scripts/measure-crypto.js: real workers in a real browser, and no server.

const TEXT = utf8('x'.repeat(200));
const MESSAGES = 300;

interface Person {
  account: string;
  device: string;
}

function person(number: number): Person {
  return { account: uuid(0xa, number), device: uuid(0xd, number) };
}

/** Milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = performance.now();
  const result = await work();
  return [result, performance.now() - before];
}

function entryOf(seq: number, by: Person, { cid, epoch, commit }: PendingCommit): LogEntry {
  const body = JSON.stringify({ epoch, commit });
  return { seq, kind: 'mls.commit', by: by.account, device: by.device, cid, body };
}

/** What it costs in a group of so many devices, of which two are real. */
async function measure(size: number): Promise<Record<string, number>> {
  const [ann, ben] = [person(1), person(2)];
  const clients: [CryptoClient, CryptoClient] = [startCryptoWorker(), startCryptoWorker()];
  const [a, b] = clients;
  await Promise.all([a.forget(ann.account), b.forget(ben.account)]);
  const annKey = await a.open(ann.account, ann.device);
  const benKey = await b.open(ben.account, ben.device);
  const suite = await loadSuite();
  const others = await Promise.all(
    Array.from({ length: size - 2 }, (_, index) => silentDevice(person(3 + index), suite)),
  );
  const { keyPackages } = await b.makeKeyPackages(1, false);
  const added = [...others, { ...ben, ...benKey, keyPackage: keyPackages[0] ?? '' }];
  const everybody = [{ ...ann, ...annKey }, ...added];
  await Promise.all([a.trust(everybody), b.trust(everybody)]);

  await a.create(CONVERSATION);
  let seq = 0;
  let welcome = '';
  for (let next = 0; next < added.length; next += 100) {
    seq += 1;
    const add = added.slice(next, next + 100);
    const commit = await a.commit(CONVERSATION, uuid(1, seq), { add });
    welcome = commit.welcomes[0]?.welcome ?? '';
    await a.receive(CONVERSATION, [entryOf(seq, ann, commit)]);
  }
  const [, join] = await timed(() => b.join(CONVERSATION, welcome));
  const [renewal, renew] = await timed(() => a.commit(CONVERSATION, uuid(1, 1000), {}));
  seq += 1;
  const entry = entryOf(seq, ann, renewal);
  await a.receive(CONVERSATION, [entry]);
  const [, follow] = await timed(() => b.receive(CONVERSATION, [entry]));

  const [bodies, encrypt] = await timed(async () => {
    const all: string[] = [];
    for (let said = 0; said < MESSAGES; said += 1) {
      all.push((await a.encrypt(CONVERSATION, uuid(2, said), TEXT)).body);
    }
    return all;
  });
  const entries = bodies.map((body, index): LogEntry => {
    const cid = undefined;
    return { seq: seq + 1 + index, kind: 'message', by: ann.account, cid, body };
  });
  const [one, many] = [entries.slice(0, MESSAGES / 2), entries.slice(MESSAGES / 2)];
  const [, single] = await timed(async () => {
    for (const message of one) {
      await b.receive(CONVERSATION, [message]);
    }
  });
  const [last, batch] = await timed(() => b.receive(CONVERSATION, many));
  if (last.results.some((result) => !('plaintext' in result))) {
    throw new Error('not everything was read');
  }
  clients.forEach((client) => client.end());
  return {
    devices: size,
    'join ms': join,
    'commit ms': renew,
    'follow a commit ms': follow,
    'encrypt/s': (1000 * MESSAGES) / encrypt,
    'decrypt/s, one at a time': (1000 * one.length) / single,
    'decrypt/s, in a batch': (1000 * many.length) / batch,
    'Welcome KiB': welcome.length / 1024,
    'GroupInfo KiB': renewal.groupInfo.length / 1024,
    'Commit KiB': renewal.commit.length / 1024,
  };
}

Object.assign(globalThis, { measure });
