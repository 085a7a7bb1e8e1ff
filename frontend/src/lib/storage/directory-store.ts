import type { Conversation } from '@/lib/api/types';
import type { Watermark } from '@/lib/socket/frames';
import type { Database, StoredWatermark } from './database';

/** The conversations and how far their members have come. */
export class DirectoryStore {
  constructor(private readonly database: Database) {}

  conversations(): Promise<Conversation[]> {
    return this.database.getAll('conversations');
  }

  get(conversation: string): Promise<Conversation | undefined> {
    return this.database.get('conversations', conversation);
  }

  async put(conversations: readonly Conversation[]): Promise<void> {
    const transaction = this.database.transaction('conversations', 'readwrite');
    await Promise.all(conversations.map((conversation) => transaction.store.put(conversation)));
    await transaction.done;
  }

  /** Adds a conversation, unless it is known. Whether it was added. */
  async add(conversation: Conversation): Promise<boolean> {
    const transaction = this.database.transaction('conversations', 'readwrite');
    const isKnown = (await transaction.store.getKey(conversation.id)) !== undefined;
    if (!isKnown) {
      await transaction.store.put(conversation);
    }
    await transaction.done;
    return !isKnown;
  }

  /** Changes a conversation that is known. What it is then; undefined when nothing changed. */
  async update(
    conversation: string,
    change: (known: Conversation) => Conversation,
  ): Promise<Conversation | undefined> {
    const transaction = this.database.transaction('conversations', 'readwrite');
    const known = await transaction.store.get(conversation);
    const next = known === undefined ? undefined : change(known);
    const isChanged = next !== undefined && next !== known;
    if (isChanged) {
      await transaction.store.put(next);
    }
    await transaction.done;
    return isChanged ? next : undefined;
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
