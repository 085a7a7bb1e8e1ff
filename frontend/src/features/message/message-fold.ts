import type { FailureCause } from '@/workers/crypto/model';
import { purgedSeqs } from '@/lib/message/purged-entry';
import type { Entry } from '@/lib/socket/frames';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { readBody, type MessageContent, type TextContent } from '@/lib/message/message-body';

/** One emoji on a message, and the people who put it there, the first one first. */
export interface Reaction {
  emoji: string;
  by: readonly string[];
}

/** A message with everything that was done to it since. */
export interface FoldedMessage {
  type: 'message';
  /** Stays the same on the way of an own message from the outbox to the log. */
  key: string;
  /** Absent while it is on its way. */
  seq?: number;
  by: string;
  /** RFC 3339. */
  at: string;
  content:
    | TextContent
    | { type: 'erased' }
    | { type: 'unsupported' }
    /** Encrypted end to end, and not read here: why not, or nothing while it is tried. */
    | { type: 'locked'; why?: FailureCause };
  isEdited: boolean;
  /** Where its author changed it: they are erased with it. */
  edits: readonly number[];
  reactions: readonly Reaction[];
  isPinned: boolean;
  /** When it disappears. RFC 3339. */
  expiresAt?: string;
  /** What waits in the outbox, for retry and discard. */
  outbox?: OutboxItem;
  /** Own changes of it that the server refused, for the same. */
  refused: readonly OutboxItem[];
}

/** Something else that happened in the conversation. */
export interface FoldedEvent {
  type: 'event';
  entry: Entry;
}

export interface FoldInput {
  account: string;
  /** A run of the log without holes, in order. */
  entries: readonly Entry[];
  /** What this person has on the way in this conversation, in the order of writing. */
  outbox: readonly OutboxItem[];
  /** The messages that this person deleted for herself. */
  hidden?: ReadonlySet<number>;
  /** The server's time, milliseconds since 1970: what has disappeared by then is not shown. */
  now?: number;
  /** Whose pins count; everybody's in a direct conversation. */
  mayPin?: (account: string) => boolean;
}

export interface Fold {
  rows: readonly (FoldedMessage | FoldedEvent)[];
  /** By seq: the messages that are in the log. */
  bySeq: ReadonlyMap<number, FoldedMessage>;
  /** The messages that are pinned, the last one to be pinned first. */
  pinned: readonly FoldedMessage[];
  /** The newest entry that pinned something or took it down; 0 when there is none. */
  lastPin: number;
  /** When the next message disappears, milliseconds since 1970. */
  changesAt?: number;
}

/**
 * Turns a log into messages: edits, reactions and pins are worked into the messages they are about,
 * and so is what waits in the outbox. The result depends on the entries alone, and not on when or
 * in which pages they came: who was away sees what everybody sees.
 *
 * A change of a message that lies before the run is left out; it is there as soon as the run
 * reaches back to the message, since a change always comes after what it changes.
 */
export function foldMessages(input: FoldInput): Fold {
  const folding = new Folding(input);
  // First, since it comes later: it makes no difference whether a body was erased before or after
  // it got here.
  input.entries.forEach((entry) => folding.erase(entry));
  input.entries.forEach((entry) => folding.take(entry));
  input.outbox.forEach((item) => folding.takeOutgoing(item));
  return folding.result();
}

const contents = new WeakMap<Entry, MessageContent>();

/** What an entry says; each is read once. */
function contentOf(entry: Entry): MessageContent {
  let content = contents.get(entry);
  if (content === undefined) {
    content = readBody(entry.body, entry.seq);
    if (content.type === 'locked' && entry.unreadable !== undefined) {
      content = { ...content, why: entry.unreadable };
    }
    contents.set(entry, content);
  }
  return content;
}

interface Draft extends FoldedMessage {
  /** By emoji: the people in the order in which they came. */
  reacted?: Map<string, Set<string>>;
  refused: OutboxItem[];
  edits: number[];
}

class Folding {
  private readonly rows: (Draft | FoldedEvent)[] = [];
  private readonly bySeq = new Map<number, Draft>();
  private readonly pins = new Set<Draft>();
  private readonly cids = new Set<string>();
  private readonly erased = new Set<number>();
  private readonly deleted = new Set<number>();
  private readonly now: number;
  private changesAt: number | undefined;
  private lastPin = 0;

  constructor(private readonly input: FoldInput) {
    this.now = input.now ?? 0;
  }

  erase(entry: Entry): void {
    const seqs = purgedSeqs(entry);
    const [first] = seqs;
    if (first !== undefined) {
      this.deleted.add(first);
      seqs.forEach((seq) => this.erased.add(seq));
    }
  }

  /** Whether nothing of it is shown: its time is over, or it was hidden, or it was only an edit. */
  private isGone({ seq, expiresAt }: Entry): boolean {
    if (expiresAt !== undefined) {
      const end = Date.parse(expiresAt);
      if (end <= this.now) {
        return true;
      }
      this.changesAt = Math.min(end, this.changesAt ?? end);
    }
    return (this.erased.has(seq) && !this.deleted.has(seq)) || this.input.hidden?.has(seq) === true;
  }

  take(entry: Entry): void {
    if (entry.cid !== undefined) {
      this.cids.add(entry.cid);
    }
    if (entry.kind !== 'message') {
      this.rows.push({ type: 'event', entry });
      return;
    }
    if (this.isGone(entry)) {
      return;
    }
    const content = this.erased.has(entry.seq) ? ERASED : contentOf(entry);
    switch (content.type) {
      case 'text':
      case 'erased':
      case 'locked':
      case 'unsupported': {
        const message = draft(entry.cid ?? `seq-${entry.seq}`, entry.by ?? '', entry.at, content);
        message.seq = entry.seq;
        message.expiresAt = entry.expiresAt;
        this.rows.push(message);
        this.bySeq.set(entry.seq, message);
        return;
      }
      default:
        this.lastPin = content.type === 'pin' ? entry.seq : this.lastPin;
        this.change(content, entry.by ?? '', entry.seq);
    }
  }

  takeOutgoing(item: OutboxItem): void {
    if (this.cids.has(item.cid)) {
      return;
    }
    if (item.purges !== undefined) {
      return this.purge(item, item.purges);
    }
    const content = readBody(item.body);
    if (content.type === 'text' || content.type === 'unsupported') {
      const message = draft(item.cid, this.input.account, item.createdAt, content);
      message.outbox = item;
      this.rows.push(message);
    } else if ('target' in content) {
      if (item.state === 'failed') {
        this.bySeq.get(content.target)?.refused.push(item);
      } else {
        this.change(content, this.input.account);
      }
    }
  }

  result(): Fold {
    for (const message of this.bySeq.values()) {
      if (message.reacted !== undefined && message.content.type !== 'erased') {
        message.reactions = [...message.reacted].map(([emoji, by]) => ({ emoji, by: [...by] }));
      }
    }
    const pinned = [...this.pins].filter(({ content }) => content.type !== 'erased').reverse();
    pinned.forEach((message) => (message.isPinned = true));
    return {
      rows: this.rows,
      bySeq: this.bySeq,
      pinned,
      lastPin: this.lastPin,
      changesAt: this.changesAt,
    };
  }

  /** Erased at once while it is on its way; back again when it was refused. */
  private purge(item: OutboxItem, [first]: readonly number[]): void {
    const message = first === undefined ? undefined : this.bySeq.get(first);
    if (message !== undefined && item.state === 'failed') {
      message.refused.push(item);
    } else if (message !== undefined) {
      message.content = ERASED;
      message.isEdited = false;
    }
  }

  private change(content: MessageContent, by: string, seq?: number): void {
    const message = 'target' in content ? this.bySeq.get(content.target) : undefined;
    if (message === undefined) {
      return;
    }
    switch (content.type) {
      case 'edit':
        if (message.by === by && message.content.type === 'text') {
          const { text, mentions } = content;
          message.content = { ...message.content, text, mentions };
          message.isEdited = true;
          if (seq !== undefined) {
            message.edits.push(seq);
          }
        }
        return;
      case 'reaction':
        return react(message, content.emoji, by, content.on);
      case 'pin':
        if (this.input.mayPin?.(by) ?? true) {
          this.pins.delete(message);
          if (content.on) {
            this.pins.add(message);
          }
        }
    }
  }
}

function draft(key: string, by: string, at: string, content: FoldedMessage['content']): Draft {
  return {
    type: 'message',
    key,
    by,
    at,
    content,
    isEdited: false,
    edits: [],
    reactions: NONE,
    isPinned: false,
    refused: [],
  };
}

const NONE: readonly never[] = [];
const ERASED = { type: 'erased' } as const;

function react(message: Draft, emoji: string, by: string, on: boolean): void {
  message.reacted ??= new Map();
  const people = message.reacted.get(emoji) ?? new Set();
  if (on) {
    people.add(by);
  } else {
    people.delete(by);
  }
  if (people.size > 0) {
    message.reacted.set(emoji, people);
  } else {
    message.reacted.delete(emoji);
  }
}
