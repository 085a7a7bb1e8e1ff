import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Entry } from '@/lib/socket/frames';
import type { StreamId } from '@/lib/socket/streams';
import type { StreamRow } from '@/lib/storage/database';
import type { LogStore } from '@/lib/storage/log-store';
import type { Change } from './replica-changes';

/** So many entries are held at first, and added when the person scrolls up. */
const PAGE = 200;

export interface TimelineState {
  /** False until the local database has been read. */
  isLoaded: boolean;
  /** A run of the log without holes that ends with the newest stored entry. */
  entries: readonly Entry[];
  /** The seq before the first of them. */
  from: number;
}

/** The log of one conversation as far as it is shown, ordered by seq. */
export class Timeline {
  readonly store: StoreApi<TimelineState> = createStore(() => ({
    isLoaded: false,
    entries: [],
    from: 0,
  }));

  private changes = 0;

  constructor(
    private readonly stream: StreamId,
    private readonly log: LogStore,
  ) {}

  async load(): Promise<void> {
    let changes: number;
    let state: TimelineState;
    do {
      changes = this.changes;
      const { cursor, floor } = await this.log.row(this.stream);
      const from = Math.max(floor, cursor - PAGE);
      const entries = await this.log.entries(this.stream, from, cursor);
      state = { isLoaded: true, entries, from };
    } while (changes !== this.changes);
    this.store.setState(state);
  }

  /**
   * Shows older entries that are stored here. Returns the seq before which the server must be
   * asked, if that is needed.
   */
  async loadOlder(): Promise<number | undefined> {
    const { from, isLoaded } = this.store.getState();
    const row = await this.log.row(this.stream);
    if (!isLoaded || from <= row.origin) {
      return undefined;
    }
    if (from <= row.floor) {
      return row.floor + 1;
    }
    const next = Math.max(row.floor, from - PAGE);
    this.putInFront(await this.log.entries(this.stream, next, from), next);
    return undefined;
  }

  async apply(change: Change): Promise<void> {
    this.changes += 1;
    switch (change.type) {
      case 'appended':
        await this.append(change.entries, change.row);
        return;
      case 'prepended':
        this.putInFront(change.entries, change.row.floor);
        return;
      case 'read-later':
        this.replace(change.entries);
        return;
      case 'skipped':
      case 'reset':
        return this.load();
      default:
        return;
    }
  }

  private async append(entries: readonly Entry[], row: StreamRow): Promise<void> {
    if (!this.store.getState().isLoaded || entries.length === 0) {
      return;
    }
    // What was stored and not read yet may be shown already.
    this.replace(entries);
    const { entries: shown, from } = this.store.getState();
    const last = shown.at(-1)?.seq ?? from;
    const fresh = entries.filter((entry) => entry.seq > last);
    if (fresh.length > 0 && fresh[0]?.seq !== last + 1) {
      return this.load();
    }
    // Nothing shown and nothing before: the stream has just begun here.
    const start = shown.length === 0 ? Math.max(from, row.floor) : from;
    this.store.setState({ entries: [...shown, ...fresh], from: start });
  }

  private replace(entries: readonly Entry[]): void {
    const news = new Map(entries.map((entry) => [entry.seq, entry]));
    const state = this.store.getState();
    this.store.setState({ entries: state.entries.map((entry) => news.get(entry.seq) ?? entry) });
  }

  private putInFront(entries: readonly Entry[], from: number): void {
    const state = this.store.getState();
    const older = entries.filter((entry) => entry.seq <= state.from);
    if (state.isLoaded && from < state.from && older.at(-1)?.seq === state.from) {
      this.store.setState({ entries: [...older, ...state.entries], from });
    }
  }
}
