import type { OutboxItem } from '@/lib/sync/outbox-item';
import type { Database } from './database';

/** The messages on their way, in the order of writing; they survive a reload and a crash. */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  all(): Promise<OutboxItem[]> {
    return this.database.getAll('outbox');
  }

  async add(item: OutboxItem): Promise<void> {
    await this.database.add('outbox', item);
  }

  /** Keeps a changed item; nothing when it has left the outbox meanwhile. */
  async update(item: OutboxItem): Promise<void> {
    const transaction = this.database.transaction('outbox', 'readwrite');
    const order = await transaction.store.index('cid').getKey(item.cid);
    if (order !== undefined) {
      await transaction.store.put({ ...item, order });
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
}
