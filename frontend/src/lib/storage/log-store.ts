import { isEncrypted } from '@/lib/message/message-body';
import { purgedSeqs } from '@/lib/message/purged-entry';
import type { Entry } from '@/lib/socket/frames';
import type { FailureCause } from '@/workers/crypto/model';
import type { StreamId } from '@/lib/socket/streams';
import type { AtRest } from './at-rest';
import type { Database, StoredEntry, StreamRow } from './database';
import { opened, sealed } from './sealed-rows';
import { forgetBlocks, markStale } from './search-store';

/** What an append has stored. */
export interface Stored {
  row: StreamRow;
  /** The entries that were new. */
  entries: Entry[];
}

/** What reading an encrypted entry has come to. */
export type Reading = { seq: number } & ({ text: string } | { unreadable: FailureCause });

/** So many entries are looked through at once. */
const LOOK_BACK = 32;

/**
 * The log on this device. Entries and cursor move in one transaction, or not at all. What entries
 * say is sealed before the transaction and opened after it: a transaction of IndexedDB ends while
 * something else is waited for.
 */
export class LogStore {
  constructor(
    private readonly database: Database,
    private readonly atRest: AtRest,
  ) {}

  rows(): Promise<StreamRow[]> {
    return this.database.getAll('streams');
  }

  async row(stream: StreamId): Promise<StreamRow> {
    return (await this.database.get('streams', stream)) ?? emptyRow(stream);
  }

  /** Begins a stream behind its start: what is older stays on the server until asked for. */
  async begin(stream: StreamId, cursor: number, origin: number): Promise<StreamRow> {
    const transaction = this.database.transaction('streams', 'readwrite');
    const known = await transaction.store.get(stream);
    const row = known ?? { ...emptyRow(stream), cursor, floor: cursor, origin };
    if (known === undefined) {
      await transaction.store.put(row);
    }
    await transaction.done;
    return row;
  }

  /**
   * Stores the entries that continue the stream, moves the cursor, and takes the messages they
   * answer out of the outbox. What is already here is left out; what does not continue is dropped.
   *
   * @param broken the entries did not continue the hash chain, and are stored all the same
   */
  async append(stream: StreamId, entries: readonly Entry[], broken: boolean): Promise<Stored> {
    const rows = await this.seal(entries);
    const transaction = this.database.transaction(
      ['entries', 'streams', 'outbox', 'search'],
      'readwrite',
    );
    const streams = transaction.objectStore('streams');
    const row = (await streams.get(stream)) ?? emptyRow(stream);
    const fresh = entries.filter((entry) => entry.seq > row.cursor);
    const last = fresh.at(-1);
    if (last === undefined || fresh[0]?.seq !== row.cursor + 1) {
      await transaction.done;
      return { row, entries: [] };
    }
    const next: StreamRow = { ...row, cursor: last.seq, hash: last.hash };
    if (broken && next.brokenAt === undefined) {
      next.brokenAt = fresh[0].seq;
    }
    const outbox = transaction.objectStore('outbox');
    const log = transaction.objectStore('entries');
    await Promise.all([
      streams.put(next),
      ...rows.filter(({ seq }) => seq > row.cursor).map((entry) => log.put(entry)),
      ...fresh.map(async ({ cid }) => {
        const order = cid === undefined ? undefined : await outbox.index('cid').getKey(cid);
        return order === undefined ? undefined : outbox.delete(order);
      }),
    ]);
    // What was erased for everybody is erased here in the same transaction.
    const purged = fresh.flatMap(purgedSeqs);
    for (const seq of purged) {
      const erased = await log.get([stream, seq]);
      if (erased !== undefined) {
        await log.put(withoutBody(erased));
      }
    }
    const changed = [...fresh.map(({ seq }) => seq), ...purged];
    await markStale(transaction.objectStore('search'), stream, changed);
    await transaction.done;
    return { row: next, entries: fresh };
  }

  /** Jumps over what the server does not have any more, and forgets what lay before it. */
  async passOver(stream: StreamId, to: number): Promise<StreamRow> {
    const transaction = this.database.transaction(['entries', 'streams', 'search'], 'readwrite');
    const streams = transaction.objectStore('streams');
    const row = (await streams.get(stream)) ?? emptyRow(stream);
    if (to <= row.cursor) {
      await transaction.done;
      return row;
    }
    const next: StreamRow = { stream, cursor: to, floor: to, origin: to };
    await Promise.all([
      streams.put(next),
      transaction.objectStore('entries').delete(range(stream, 0, to)),
      forgetBlocks(transaction.objectStore('search'), stream, to),
    ]);
    await transaction.done;
    return next;
  }

  /**
   * Stores a page of older entries that ends where the stored ones begin.
   *
   * @param more the server has still older ones
   * @param broken the page does not fit the hash chain, and is stored all the same
   */
  async prepend(
    stream: StreamId,
    entries: readonly Entry[],
    more: boolean,
    broken: boolean,
  ): Promise<Stored> {
    // A device reads on from where it came; what lies before was never meant for it.
    const rows = (await this.seal(entries)).map<StoredEntry>((row) =>
      row.wire === undefined ? row : { ...row, unreadable: 'before-joining' },
    );
    const transaction = this.database.transaction(['entries', 'streams', 'search'], 'readwrite');
    const streams = transaction.objectStore('streams');
    const row = (await streams.get(stream)) ?? emptyRow(stream);
    const older = entries.filter((entry) => entry.seq <= row.floor);
    const first = older[0];
    const fits = first === undefined || older.at(-1)?.seq === row.floor;
    if (!fits) {
      await transaction.done;
      return { row, entries: [] };
    }
    const floor = first === undefined ? row.floor : first.seq - 1;
    const next: StreamRow = { ...row, floor, origin: more ? row.origin : floor };
    if (broken && first !== undefined) {
      next.brokenAt = first.seq;
    }
    if (row.cursor === row.floor && next.hash === undefined) {
      next.hash = older.at(-1)?.hash;
    }
    await Promise.all([
      streams.put(next),
      ...rows
        .filter(({ seq }) => seq <= row.floor)
        .map((entry) => transaction.objectStore('entries').put(entry)),
      markStale(
        transaction.objectStore('search'),
        stream,
        older.map(({ seq }) => seq),
      ),
    ]);
    await transaction.done;
    return { row: next, entries: older };
  }

  /** The stored entries with `after < seq <= upTo`, in order. */
  async entries(stream: StreamId, after: number, upTo: number): Promise<Entry[]> {
    return upTo > after
      ? this.open(await this.database.getAll('entries', range(stream, after, upTo)))
      : [];
  }

  /** The stored ones among these entries, in this order. */
  async entriesAt(stream: StreamId, seqs: readonly number[]): Promise<Entry[]> {
    const { store } = this.database.transaction('entries');
    const rows = await Promise.all(seqs.map((seq) => store.get([stream, seq])));
    return this.open(rows.filter((row) => row !== undefined));
  }

  /** The same as they came from the server, encrypted where they were. */
  async asReceived(stream: StreamId, after: number, upTo: number): Promise<Entry[]> {
    const rows =
      upTo > after ? await this.database.getAll('entries', range(stream, after, upTo)) : [];
    return Promise.all(
      rows.map(async ({ wire, ...row }) =>
        wire === undefined ? this.openOne(row) : { ...withoutBody(row), body: wire },
      ),
    );
  }

  /**
   * Keeps what was read of encrypted entries, and up to where. What was erased meanwhile stays so.
   *
   * @returns the entries as they are now
   */
  async keepRead(stream: StreamId, readings: readonly Reading[], upTo: number): Promise<Entry[]> {
    const sealedTexts = await Promise.all(
      readings.map(async (reading) =>
        'text' in reading
          ? this.atRest.seal(reading.text, placeOf({ stream, seq: reading.seq }))
          : undefined,
      ),
    );
    const transaction = this.database.transaction(['entries', 'streams', 'search'], 'readwrite');
    const log = transaction.objectStore('entries');
    const kept: StoredEntry[] = [];
    for (const [index, reading] of readings.entries()) {
      const row = await log.get([stream, reading.seq]);
      if (row?.wire !== undefined) {
        const next: StoredEntry =
          'text' in reading
            ? { ...row, unreadable: undefined, sealed: sealedTexts[index] }
            : { ...row, unreadable: reading.unreadable };
        await log.put(next);
        kept.push(next);
      }
    }
    const streams = transaction.objectStore('streams');
    const row = await streams.get(stream);
    if (row !== undefined && upTo > (row.readTo ?? 0)) {
      await streams.put({ ...row, readTo: upTo });
    }
    const changed = kept.map(({ seq }) => seq);
    await markStale(transaction.objectStore('search'), stream, changed);
    await transaction.done;
    return this.open(kept);
  }

  /**
   * The messages that were read behind an entry and up to another one, in order.
   *
   * @param limit so many entries are looked at
   * @returns with them, up to where was looked; undefined when there was nothing to look at
   */
  async readBehind(
    stream: StreamId,
    after: number,
    upTo: number,
    limit: number,
  ): Promise<{ entries: { seq: number; text: string }[]; upTo: number } | undefined> {
    const rows =
      upTo > after ? await this.database.getAll('entries', range(stream, after, upTo), limit) : [];
    const last = rows.at(-1);
    if (last === undefined) {
      return undefined;
    }
    const read = await this.open(
      rows.filter((row) => row.wire !== undefined && row.sealed !== undefined),
    );
    return {
      entries: read.flatMap(({ seq, body }) => (body === undefined ? [] : [{ seq, text: body }])),
      upTo: last.seq,
    };
  }

  /** The encrypted messages in this span that could not be read for one of these reasons, in order. */
  async unreadable(
    stream: StreamId,
    after: number,
    upTo: number,
    causes: ReadonlySet<FailureCause>,
  ): Promise<number[]> {
    const rows =
      upTo > after ? await this.database.getAll('entries', range(stream, after, upTo)) : [];
    return rows
      .filter(
        ({ wire, sealed: text, unreadable }) =>
          wire !== undefined &&
          text === undefined &&
          unreadable !== undefined &&
          causes.has(unreadable),
      )
      .map(({ seq }) => seq);
  }

  /** The hash of an entry that is here. */
  async hashOf(stream: StreamId, seq: number): Promise<string | undefined> {
    return (await this.database.get('entries', [stream, seq]))?.hash;
  }

  /** Somebody was shown another log, as his message says. The first such message is kept. */
  async contradicted(stream: StreamId, by: { seq: number; by: string }): Promise<StreamRow> {
    const transaction = this.database.transaction('streams', 'readwrite');
    const row = (await transaction.store.get(stream)) ?? emptyRow(stream);
    const next = { ...row, contradicted: row.contradicted ?? by };
    await transaction.store.put(next);
    await transaction.done;
    return next;
  }

  /** What was read up to here is in the backup of this key. */
  async setBackedUp(stream: StreamId, backedUp: { key: string; upTo: number }): Promise<void> {
    const transaction = this.database.transaction('streams', 'readwrite');
    const row = await transaction.store.get(stream);
    if (row !== undefined) {
      await transaction.store.put({ ...row, backedUp });
    }
    await transaction.done;
  }

  /** The newest stored entries from the last one that is `wanted` on, in order. */
  async since(stream: StreamId, wanted: (entry: Entry) => boolean): Promise<Entry[]> {
    const { cursor, floor } = await this.row(stream);
    const found: Entry[] = [];
    for (let upTo = cursor; upTo > floor; upTo -= LOOK_BACK) {
      const page = await this.entries(stream, upTo - LOOK_BACK, upTo);
      const last = page.findLastIndex(wanted);
      found.unshift(...page.slice(Math.max(last, 0)));
      if (last >= 0) {
        break;
      }
    }
    return found;
  }

  /** All stored entries of a stream, in order. */
  all(stream: StreamId): Promise<Entry[]> {
    return this.entries(stream, 0, Infinity);
  }

  /**
   * Erases the bodies of the entries whose time to disappear lies in this span, and returns their
   * streams.
   *
   * @param after RFC 3339, as all times of entries
   */
  async eraseExpired(after: string, upTo: string): Promise<StreamId[]> {
    if (after >= upTo) {
      return [];
    }
    const transaction = this.database.transaction(['entries', 'search'], 'readwrite');
    const erased = new Map<StreamId, number[]>();
    const span = IDBKeyRange.bound(after, upTo, true, false);
    const expiring = transaction.objectStore('entries').index('expiresAt');
    for await (const cursor of expiring.iterate(span)) {
      const { stream, seq } = cursor.value;
      if (hasBody(cursor.value)) {
        erased.set(stream, [...(erased.get(stream) ?? []), seq]);
        await cursor.update(withoutBody(cursor.value));
      }
    }
    for (const [stream, seqs] of erased) {
      await markStale(transaction.objectStore('search'), stream, seqs);
    }
    await transaction.done;
    return [...erased.keys()];
  }

  /** Forgets the log, after the server's was restored from a backup. */
  async clear(): Promise<void> {
    const transaction = this.database.transaction(
      ['entries', 'streams', 'watermarks', 'reads', 'conversations', 'search'],
      'readwrite',
    );
    await Promise.all([
      transaction.objectStore('entries').clear(),
      transaction.objectStore('streams').clear(),
      transaction.objectStore('watermarks').clear(),
      transaction.objectStore('reads').clear(),
      transaction.objectStore('conversations').clear(),
      transaction.objectStore('search').clear(),
    ]);
    await transaction.done;
  }

  private seal(entries: readonly Entry[]): Promise<StoredEntry[]> {
    return Promise.all(
      entries.map(async (entry) => {
        const { body, ...rest } = entry;
        return body !== undefined && isEncrypted(body)
          ? { ...rest, wire: body }
          : sealed(this.atRest, entry, placeOf(entry));
      }),
    );
  }

  private open(rows: readonly StoredEntry[]): Promise<Entry[]> {
    return Promise.all(rows.map((row) => this.openOne(row)));
  }

  /** An entry with what was read of it, or as it came. */
  private openOne({ wire, ...row }: StoredEntry): Promise<Entry> {
    return wire === undefined || row.sealed !== undefined
      ? opened(this.atRest, row, placeOf(row))
      : Promise.resolve({ ...row, body: wire });
  }
}

function withoutBody(entry: StoredEntry): StoredEntry {
  return { ...entry, body: undefined, sealed: undefined, wire: undefined };
}

function hasBody({ body, sealed: text, wire }: StoredEntry): boolean {
  return [body, text, wire].some((part) => part !== undefined);
}

function placeOf({ stream, seq }: Pick<Entry, 'stream' | 'seq'>): string {
  return `entries ${stream} ${seq}`;
}

function emptyRow(stream: StreamId): StreamRow {
  return { stream, cursor: 0, floor: 0, origin: 0 };
}

function range(stream: StreamId, after: number, upTo: number): IDBKeyRange {
  return IDBKeyRange.bound([stream, after], [stream, upTo], true, false);
}
