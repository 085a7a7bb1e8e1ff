import { readBody, type MessageContent } from '@/lib/message/message-body';
import { purgedSeqs } from '@/lib/message/purged-entry';
import type { Entry } from '@/lib/socket/frames';

/** What a message says now, as far as it can be searched. */
export interface Said {
  seq: number;
  by: string;
  /** RFC 3339. */
  at: string;
  /** Its words, and the names of its files. */
  text: string;
}

export interface Shown {
  /** The messages that this person deleted for herself. */
  hidden?: ReadonlySet<number> | undefined;
  /** The server's time, milliseconds since 1970: what has disappeared by then is not found. */
  now?: number;
}

/**
 * What the messages among these entries say, in order: what their authors changed them to, and
 * nothing of those that are gone. The entries need not be a run without holes, but what changes a
 * message has to be among them.
 */
export function saidIn(entries: readonly Entry[], { hidden, now = 0 }: Shown = {}): Said[] {
  const erased = new Set(entries.flatMap(purgedSeqs));
  const isGone = ({ seq, expiresAt }: Entry) =>
    erased.has(seq) ||
    hidden?.has(seq) === true ||
    (expiresAt !== undefined && Date.parse(expiresAt) <= now);
  const said = new Map<number, Said & { names: readonly string[] }>();
  for (const entry of entries) {
    const content = isGone(entry) ? undefined : contentOf(entry);
    if (content?.type === 'text') {
      const { seq, by = '', at } = entry;
      const names = content.files?.map(({ name }) => name) ?? [];
      said.set(seq, { seq, by, at, text: content.text, names });
    } else if (content?.type === 'edit') {
      const message = said.get(content.target);
      if (message?.by === (entry.by ?? '')) {
        message.text = content.text;
      }
    }
  }
  return [...said.values()].map(({ names, text, ...rest }) => ({
    ...rest,
    text: [text, ...names].join(' '),
  }));
}

/**
 * Everything that one of these messages says or has said: what changed a message may itself
 * disappear, and then counts what was there before.
 *
 * @param isMeant which messages are asked about
 */
export function everSaid(entries: readonly Entry[], isMeant: (seq: number) => boolean): string[] {
  return entries.flatMap((entry) => {
    const content = contentOf(entry);
    if (content?.type === 'text' && isMeant(entry.seq)) {
      return [content.text, ...(content.files?.map(({ name }) => name) ?? [])];
    }
    return content?.type === 'edit' && isMeant(content.target) ? [content.text] : [];
  });
}

/** The messages that an entry changes or erases. */
export function changedBy(entry: Entry): number[] {
  const content = contentOf(entry);
  return content?.type === 'edit' ? [content.target] : purgedSeqs(entry);
}

function contentOf({ kind, body, seq }: Entry): MessageContent | undefined {
  return kind === 'message' ? readBody(body, seq) : undefined;
}
