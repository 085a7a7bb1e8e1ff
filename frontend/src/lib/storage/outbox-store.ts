import type { OutboxItem } from '@/lib/sync/outbox-item';
import type { AtRest } from './at-rest';
import type { Database, StoredOutboxItem } from './database';
import { opened, sealed } from './sealed-rows';
import { Turns } from './turns';

/** The messages on their way, in the order of writing; they survive a reload and a crash. */
export class OutboxStore {
  // Sealing takes its time: what was written first is stored first.
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly atRest: AtRest,
  ) {}

  async all(): Promise<OutboxItem[]> {
    const rows = await this.database.getAll('outbox');
    return Promise.all(rows.map((row) => this.open(row)));
  }

  add(item: OutboxItem): Promise<void> {
    return this.turns.take(async () => {
      await this.database.add('outbox', await this.seal(item));
    });
  }

  /** Keeps a changed item; nothing when it has left the outbox meanwhile. */
  async update(item: OutboxItem): Promise<void> {
    const row = await this.seal(item);
    const transaction = this.database.transaction('outbox', 'readwrite');
    const order = await transaction.store.index('cid').getKey(item.cid);
    if (order !== undefined) {
      await transaction.store.put({ ...row, order });
    }
    await transaction.done;
  }

  async remove(cid: string): Promise<void> {
    const transaction = this.database.transaction('outbox', 'readwrite');
    const order = await transaction.store.index('cid').getKey(cid);
    if (order !== undefined) {
      await transaction.store.delete(order);
    }
    await transaction.done;
  }

  /** After the server's log was restored from a backup, what it had stored may be gone: send all. */
  async requeue(): Promise<void> {
    const transaction = this.database.transaction('outbox', 'readwrite');
    for (const item of await transaction.store.getAll()) {
      if (item.state === 'stored') {
        await transaction.store.put({ ...item, state: 'queued', seq: undefined });
      }
    }
    await transaction.done;
  }

  private seal(item: OutboxItem): Promise<StoredOutboxItem> {
    return sealed(this.atRest, item, placeOf(item));
  }

  private async open(row: StoredOutboxItem): Promise<OutboxItem> {
    const { body = '', ...item } = await opened(this.atRest, row, placeOf(row));
    return { ...item, body };
  }
}

function placeOf({ cid }: Pick<OutboxItem, 'cid'>): string {
  return `outbox ${cid}`;
}
