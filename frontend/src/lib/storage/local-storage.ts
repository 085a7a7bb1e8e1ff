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

  static async open(account: string): Promise<LocalStorage> {
    const database = await openDatabase(account);
    return new LocalStorage(database, await AtRest.of(database));
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
