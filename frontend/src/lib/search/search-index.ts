import type { Entry } from '@/lib/socket/frames';
import { ownerOf, type StreamId } from '@/lib/socket/streams';
import { BLOCK_ENTRIES, blockOf, type SearchRow } from '@/lib/storage/database';
import type { LocalStorage } from '@/lib/storage/local-storage';
import type { Block } from '@/lib/storage/search-store';
import { filterOf, mayHave } from './gram-filter';
import { changedBy, everSaid, saidIn } from './said';
import { excerptOf, hasAll, searchForm, wordsOf } from './search-form';

/** A message that has what is looked for. */
export interface FoundMessage {
  conversation: string;
  seq: number;
  by: string;
  /** RFC 3339. */
  at: string;
  /** A line of it, around the place. */
  excerpt: string;
}

/** Up to where was searched: messages from there on, newest first. */
export interface SearchPlace {
  /** Milliseconds since 1970. */
  at: number;
  stream: string;
  seq: number;
}

export interface SearchAnswer {
  /** The newest first. */
  found: FoundMessage[];
  /** Where to search on; absent when that was all. */
  next?: SearchPlace;
  /** False as long as not everything that is stored here has been worked in. */
  isWhole: boolean;
}

export interface SearchIndexOptions {
  storage: Pick<LocalStorage, 'log' | 'search'>;
  /** By conversation: the messages that this person deleted for herself. */
  hidden: () => ReadonlyMap<string, ReadonlySet<number>>;
  /** The server's time, milliseconds since 1970. */
  now: () => number;
  /** Milliseconds of a clock that never goes back. */
  clock: () => number;
  /** More can be found than before, or less. */
  onChange: () => void;
}

const PAGE = 20;
/** So many blocks are looked at together. */
const AT_ONCE = 32;
/** So long an answer waits for what has just been stored. */
const WAIT_MS = 1_500;
/** So long a search takes at most before it says what it has. */
const LONGEST_MS = 3_000;
/** While much is worked in, so often is said that more can be found. */
const TELL_EVERY_MS = 2_000;

/**
 * Finds messages by words and parts of words in everything that is stored here, by an index of
 * sealed blocks. Whatever is written to the log says in its own transaction which blocks have to be
 * done anew; they are done one after the other, from the end of each conversation on. Only one tab
 * does so.
 */
export class SearchIndex {
  private working: Promise<void> | undefined;
  private asked = 0;
  private isStopped = false;

  constructor(private readonly options: SearchIndexOptions) {}

  /** Something may have been stored: works it in. Resolves when nothing is left to be done. */
  wake(): Promise<void> {
    this.asked += 1;
    this.working ??= this.work();
    return this.working;
  }

  stop(): void {
    this.isStopped = true;
  }

  /**
   * The newest messages that have all words, those before `from` if it is given.
   *
   * @param signal ends the search when nobody waits for it any more
   */
  async search(query: string, from?: SearchPlace, signal?: AbortSignal): Promise<SearchAnswer> {
    const words = wordsOf(query);
    if (words.length === 0) {
      return { found: [], isWhole: true };
    }
    await Promise.race([this.wake(), after(WAIT_MS)]);
    const { storage, clock } = this.options;
    const behind = await this.unsettled();
    const blocks = await storage.search.newestFirst();
    const end = clock() + LONGEST_MS;
    const found: Match[] = [];
    const isWhole = behind.size === 0;
    let hasLooked = false;
    for (let start = 0; start < blocks.length; start += AT_ONCE) {
      for (const row of await storage.search.rows(blocks.slice(start, start + AT_ONCE))) {
        signal?.throwIfAborted();
        if (found.length > PAGE && (found[PAGE]?.place.at ?? 0) > row.newestAt) {
          return answer(found, isWhole);
        }
        if (row.block <= (behind.get(row.stream) ?? -1) || row.oldestAt > (from?.at ?? Infinity)) {
          continue;
        }
        // At least one block is looked at, so that whoever goes on gets on.
        if (hasLooked && clock() > end) {
          const rest = { at: row.newestAt, stream: '', seq: Infinity };
          const sure = found.filter(({ place }) => isBefore(rest, place));
          return { ...answer(sure, isWhole), next: rest };
        }
        hasLooked = true;
        const filter = await storage.search.filterOf(row);
        if (filter !== undefined && mayHave(filter, words)) {
          const matches = await this.matches(row, words);
          found.push(...matches.filter(({ place }) => from === undefined || isBefore(place, from)));
          found.sort((a, b) => (isBefore(a.place, b.place) ? 1 : -1));
        }
      }
    }
    return answer(found, isWhole);
  }

  /**
   * By stream: the last block that is not worked in. What stands there may change every message
   * before it, so that nothing of them is told until it is.
   */
  private async unsettled(): Promise<Map<StreamId, number>> {
    const stale = await this.options.storage.search.stale();
    return new Map(stale.map(({ stream, block }) => [stream, block]));
  }

  private async matches(row: SearchRow, words: readonly string[]): Promise<Match[]> {
    const hidden = this.options.hidden().get(ownerOf(row.stream));
    const said = saidIn(await this.entriesOf(row), { hidden, now: this.options.now() });
    return said
      .filter((message) => blockOf(message.seq) === row.block)
      .filter(({ text }) => hasAll(searchForm(text), words))
      .map(({ seq, by, at, text }) => ({
        place: { at: Date.parse(at), stream: row.stream, seq },
        message: {
          conversation: ownerOf(row.stream),
          seq,
          by,
          at,
          excerpt: excerptOf(text, words),
        },
      }));
  }

  /** The entries of a block, and those of other blocks that change them. */
  private async entriesOf(row: SearchRow): Promise<Entry[]> {
    const { log, search } = this.options.storage;
    const start = row.block * BLOCK_ENTRIES;
    const [own, changes] = await Promise.all([
      log.entries(row.stream, start, start + BLOCK_ENTRIES),
      search.changesOf(row).then((seqs) => log.entriesAt(row.stream, seqs)),
    ]);
    // What changes a message always comes after it.
    return [...own, ...changes];
  }

  private async work(): Promise<void> {
    const { storage, clock, onChange } = this.options;
    let told = clock();
    let hasChanged = false;
    try {
      let next: Block | undefined;
      let asked: number;
      do {
        asked = this.asked;
        next = await this.next();
        const [row] = await storage.search.rows(next === undefined ? [] : [next]);
        if (row !== undefined) {
          await this.workIn(row);
          hasChanged = true;
        }
        if (hasChanged && clock() - told > TELL_EVERY_MS) {
          told = clock();
          onChange();
        }
      } while (next !== undefined || asked !== this.asked);
    } finally {
      this.working = undefined;
    }
    // Who hears of it searches again, and a search asks for this as well.
    if (hasChanged) {
      onChange();
    }
  }

  /** The block to be done next: from the end, so that changes are known before what they change. */
  private async next(): Promise<Block | undefined> {
    return this.isStopped ? undefined : (await this.options.storage.search.stale()).at(-1);
  }

  private async workIn(row: SearchRow): Promise<void> {
    const { search } = this.options.storage;
    const entries = await this.entriesOf(row);
    const changed = new Map<number, number[]>();
    for (const entry of entries.filter(({ seq }) => blockOf(seq) === row.block)) {
      for (const block of new Set(changedBy(entry).map(blockOf))) {
        changed.set(block, [...(changed.get(block) ?? []), entry.seq]);
      }
    }
    changed.delete(row.block);
    // First: as long as this block is not done, what it changes is asked again.
    for (const [block, seqs] of changed) {
      await search.addChanges({ stream: row.stream, block }, seqs);
    }
    const isHere = (seq: number) => blockOf(seq) === row.block;
    const forms = everSaid(entries, isHere).map(searchForm);
    const times = entries.filter(({ seq }) => isHere(seq)).map(({ at }) => Date.parse(at));
    await search.keep(row, {
      filter: filterOf(forms),
      // Nothing is to be found where nothing is said.
      newestAt: forms.length === 0 ? 0 : Math.max(...times),
      oldestAt: Math.min(...times),
    });
  }
}

interface Match {
  place: SearchPlace;
  message: FoundMessage;
}

function answer(found: readonly Match[], isWhole: boolean): SearchAnswer {
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return {
    found: page.map(({ message }) => message),
    ...(found.length > PAGE && last !== undefined ? { next: last.place } : {}),
    isWhole,
  };
}

/** Whether a place comes later in the list of what is found: it is older. */
function isBefore(one: SearchPlace, other: SearchPlace): boolean {
  if (one.at !== other.at) {
    return one.at < other.at;
  }
  return one.stream === other.stream ? one.seq < other.seq : one.stream > other.stream;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
