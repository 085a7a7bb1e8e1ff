import type { IDBPObjectStore, StoreNames } from 'idb';
import { isConversationStream, type StreamId } from '@/lib/socket/streams';
import type { AtRest } from './at-rest';
import { blockOf, staleRow, type Database, type ParleySchema, type SearchRow } from './database';

type Rows = IDBPObjectStore<ParleySchema, StoreNames<ParleySchema>[], 'search', 'readwrite'>;

/** A block of a conversation: so many entries that follow each other. */
export interface Block {
  stream: StreamId;
  block: number;
}

/** What is worked in of a block. */
export interface BlockIndex {
  filter: Uint8Array<ArrayBuffer>;
  /** When its newest and its oldest message were written, milliseconds since 1970. */
  newestAt: number;
  oldestAt: number;
}

/**
 * Says, in the transaction that writes these entries to the log, that the index has to follow. So
 * nothing is lost when the app is closed in between.
 */
export async function markStale(
  rows: Rows,
  stream: StreamId,
  seqs: readonly number[],
): Promise<void> {
  const blocks = isConversationStream(stream) ? new Set(seqs.map(blockOf)) : [];
  for (const block of blocks) {
    const row = await rows.get([stream, block]);
    await rows.put(
      row === undefined ? staleRow(stream, block) : { ...row, version: row.version + 1, stale: 1 },
    );
  }
}

/** The log of a stream has nothing any more up to this entry. */
export async function forgetBlocks(rows: Rows, stream: StreamId, upTo: number): Promise<void> {
  await rows.delete(IDBKeyRange.bound([stream, 0], [stream, blockOf(upTo)]));
}

/**
 * The index for the search: by blocks of the log, a filter that says which words a block may have.
 * The filters are sealed as the log is. What is found by them has to be looked up in the log.
 */
export class SearchStore {
  constructor(
    private readonly database: Database,
    private readonly atRest: AtRest,
  ) {}

  /** The blocks of which the log has something that is not worked in, by stream and number. */
  async stale(): Promise<Block[]> {
    const keys = await this.database.getAllKeysFromIndex('search', 'stale');
    return keys.map(([stream, block]) => ({ stream, block }));
  }

  /** The blocks that have messages, the one with the newest first. */
  async newestFirst(): Promise<Block[]> {
    const written = IDBKeyRange.lowerBound(0, true);
    const keys = await this.database.getAllKeysFromIndex('search', 'newestAt', written);
    return keys.reverse().map(([stream, block]) => ({ stream, block }));
  }

  /** The rows of these blocks, in this order. */
  async rows(blocks: readonly Block[]): Promise<SearchRow[]> {
    const { store } = this.database.transaction('search');
    const rows = await Promise.all(blocks.map(({ stream, block }) => store.get([stream, block])));
    return rows.filter((row) => row !== undefined);
  }

  /** What may be found in a block; undefined when nothing of it was worked in yet. */
  filterOf(row: SearchRow): Promise<Uint8Array> | undefined {
    return row.filter && this.atRest.openBytes(row.filter, placeOf(row, 'filter'));
  }

  /** The entries of other blocks that change something in this one, in order. */
  async changesOf(row: SearchRow): Promise<number[]> {
    return row.changes === undefined
      ? []
      : (JSON.parse(await this.atRest.open(row.changes, placeOf(row, 'changes'))) as number[]);
  }

  /** Remembers that entries of other blocks change something in this one: it has to be done anew. */
  async addChanges(block: Block, seqs: readonly number[]): Promise<void> {
    let isDone = false;
    while (!isDone) {
      const [row] = await this.rows([block]);
      const known = row === undefined ? [] : await this.changesOf(row);
      const all = [...new Set([...known, ...seqs])].sort((a, b) => a - b);
      isDone = all.length === known.length;
      if (!isDone) {
        const changes = await this.atRest.seal(JSON.stringify(all), placeOf(block, 'changes'));
        isDone = await this.replace(block, row?.version, ({ version, ...rest }) => ({
          ...rest,
          version: version + 1,
          stale: 1,
          changes,
        }));
      }
    }
  }

  /**
   * Keeps what was worked in of a block as it was at this version.
   *
   * @returns false when the log has more by now: it has to be done once more
   */
  async keep(row: SearchRow, { filter, newestAt, oldestAt }: BlockIndex): Promise<boolean> {
    const sealed = await this.atRest.sealBytes(filter, placeOf(row, 'filter'));
    return this.replace(row, row.version, ({ stream, block, version, changes }) => ({
      stream,
      block,
      version,
      ...(changes === undefined ? {} : { changes }),
      newestAt,
      oldestAt,
      filter: sealed,
    }));
  }

  /** Changes a row, unless somebody else has done so meanwhile. Whether it was changed. */
  private async replace(
    { stream, block }: Block,
    version: number | undefined,
    change: (row: SearchRow) => SearchRow,
  ): Promise<boolean> {
    const transaction = this.database.transaction('search', 'readwrite');
    const row = await transaction.store.get([stream, block]);
    const isSame = row?.version === version;
    if (isSame) {
      await transaction.store.put(change(row ?? staleRow(stream, block)));
    }
    await transaction.done;
    return isSame;
  }
}

function placeOf({ stream, block }: Block, part: 'filter' | 'changes'): string {
  return `search ${stream} ${block} ${part}`;
}
