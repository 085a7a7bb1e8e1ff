import type { Entry } from '@/lib/socket/frames';

/** The kind of the entry that says which messages were erased for everybody. */
export const PURGED = 'message.purged';

/**
 * The messages that an entry of kind `message.purged` erases, in order. The first of them is the one
 * that was deleted; the others are its edits, which go with it and leave nothing behind.
 */
export function purgedSeqs({ kind, body }: Entry): number[] {
  return kind === PURGED ? seqsIn(body) : [];
}

/** The list `seqs` of a body, in order; empty when there is none. */
export function seqsIn(body: string | undefined): number[] {
  const fields: unknown = body === undefined ? undefined : JSON.parse(body);
  const seqs =
    typeof fields === 'object' && fields !== null && 'seqs' in fields ? fields.seqs : undefined;
  return Array.isArray(seqs)
    ? seqs.filter((seq): seq is number => Number.isSafeInteger(seq)).sort((a, b) => a - b)
    : [];
}
