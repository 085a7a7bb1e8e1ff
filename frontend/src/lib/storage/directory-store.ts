import type { Conversation } from '@/lib/api/types';
import type { Watermark } from '@/lib/socket/frames';
import type { Database, StoredWatermark } from './database';

/** The conversations and how far their members have come. */
export class DirectoryStore {
  constructor(private readonly database: Database) {}

  conversations(): Promise<Conversation[]> {
    return this.database.getAll('conversations');
  }

  async has(conversation: string): Promise<boolean> {
    return (await this.database.getKey('conversations', conversation)) !== undefined;
  }

  async put(conversations: readonly Conversation[]): Promise<void> {
    const transaction = this.database.transaction('conversations', 'readwrite');
    await Promise.all(conversations.map((conversation) => transaction.store.put(conversation)));
    await transaction.done;
  }

  watermarks(): Promise<StoredWatermark[]> {
    return this.database.getAll('watermarks');
  }

  /** Merges watermarks: they only ever move forward. */
  async mergeWatermarks(conversation: string, list: readonly Watermark[]): Promise<void> {
    const transaction = this.database.transaction('watermarks', 'readwrite');
    for (const mark of list) {
      const known = await transaction.store.get([conversation, mark.user]);
      await transaction.store.put({
        conversation,
        user: mark.user,
        delivered: Math.max(mark.delivered, known?.delivered ?? 0),
        read: Math.max(mark.read, known?.read ?? 0),
      });
    }
    await transaction.done;
  }

  async reads(): Promise<Record<string, number>> {
    const reads = await this.database.getAll('reads');
    return Object.fromEntries(reads.map(({ conversation, seq }) => [conversation, seq]));
  }

  async markRead(conversation: string, seq: number): Promise<void> {
    const transaction = this.database.transaction('reads', 'readwrite');
    const known = await transaction.store.get(conversation);
    if (seq > (known?.seq ?? 0)) {
      await transaction.store.put({ conversation, seq });
    }
    await transaction.done;
  }
}
