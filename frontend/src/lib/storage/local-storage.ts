import { unlockedKey } from '@/lib/lock/browser-lock';
import { openOrBegin } from '@/lib/lock/data-key';
import { AtRest } from './at-rest';
import { deleteDatabase, openDatabase, type Database } from './database';
import { DirectoryStore } from './directory-store';
import { DraftStore } from './draft-store';
import { LogStore } from './log-store';
import { OutboxStore } from './outbox-store';
import { SearchStore } from './search-store';

const GENERATION = 'generation';

/** Everything this browser keeps for one account. */
export class LocalStorage {
  readonly log: LogStore;
  readonly outbox: OutboxStore;
  readonly directory: DirectoryStore;
  readonly drafts: DraftStore;
  readonly search: SearchStore;

  private constructor(
    private readonly database: Database,
    atRest: AtRest,
  ) {
    this.log = new LogStore(database, atRest);
    this.outbox = new OutboxStore(database, atRest);
    this.directory = new DirectoryStore(database);
    this.drafts = new DraftStore(database, atRest);
    this.search = new SearchStore(database, atRest);
  }

  /**
   * @param key the key of this browser; without it that of a browser whose lock is off
   * @throws LockClosed when it is on, and no key was given
   */
  static async open(account: string, key?: CryptoKey): Promise<LocalStorage> {
    const browserKey = key ?? (await unlockedKey(account));
    return openOrBegin(
      async () => {
        const database = await openDatabase(account);
        try {
          return new LocalStorage(database, await AtRest.of(database, browserKey));
        } catch (error) {
          database.close();
          throw error;
        }
      },
      () => deleteDatabase(account),
    );
  }

  /** Deletes all of it. Other tabs let go of it by themselves. */
  static wipe(account: string): Promise<void> {
    return deleteDatabase(account);
  }

  /** Which life of the server's log the cursors belong to. */
  generation(): Promise<string | undefined> {
    return this.database.get('settings', GENERATION);
  }

  async setGeneration(generation: string | undefined): Promise<void> {
    if (generation === undefined) {
      await this.database.delete('settings', GENERATION);
    } else {
      await this.database.put('settings', generation, GENERATION);
    }
  }

  close(): void {
    this.database.close();
  }
}
