import type { OutboxItem } from './outbox-item';

/**
 * The messages on their way, in the order in which they were written. Within a conversation one is
 * on the wire at a time, so that a refusal can never let a later one overtake; conversations do not
 * wait for each other.
 */
export class Outbox {
  private items: OutboxItem[];
  private readonly inFlight = new Set<string>();
  private readonly paused = new Set<string>();

  constructor(items: readonly OutboxItem[]) {
    this.items = [...items];
  }

  add(item: OutboxItem): void {
    if (!this.items.some(({ cid }) => cid === item.cid)) {
      this.items.push(item);
    }
  }

  remove(cid: string): void {
    this.items = this.items.filter((item) => item.cid !== cid);
    this.inFlight.delete(cid);
  }

  /** The changed item; undefined when it is not here any more. */
  change(
    cid: string,
    change: Partial<Pick<OutboxItem, 'body' | 'state' | 'seq' | 'problem'>>,
  ): OutboxItem | undefined {
    const index = this.items.findIndex((item) => item.cid === cid);
    const item = this.items[index];
    if (item === undefined) {
      return undefined;
    }
    const changed = { ...item, ...change };
    this.items[index] = changed;
    return changed;
  }

  /** The items that may be sent now. */
  ready(): OutboxItem[] {
    const busy = new Set(this.paused);
    const ready: OutboxItem[] = [];
    for (const item of this.items) {
      const isNext = item.state === 'queued' || item.state === 'uploading';
      if (isNext && !busy.has(item.conversation)) {
        // What waits for its files holds its place; what was paused lets the others pass.
        busy.add(item.conversation);
        if (item.state === 'queued' && !this.inFlight.has(item.cid)) {
          ready.push(item);
        }
      }
    }
    return ready;
  }

  sending(cid: string): void {
    this.inFlight.add(cid);
  }

  answered(cid: string): void {
    this.inFlight.delete(cid);
  }

  /** Holds back the item's conversation, which is returned, until {@link unpause}. */
  pause(cid: string): string | undefined {
    const conversation = this.items.find((item) => item.cid === cid)?.conversation;
    if (conversation !== undefined) {
      this.paused.add(conversation);
    }
    return conversation;
  }

  unpause(conversation: string): void {
    this.paused.delete(conversation);
  }

  /** Forgets what was on the wire and who waits, and returns the conversations that waited. */
  resume(): string[] {
    const waited = [...this.paused];
    this.inFlight.clear();
    this.paused.clear();
    return waited;
  }
}
