import { deleteDB } from 'idb';

/** What this browser keeps of an account to read: the log, the outbox, drafts and the search. */
export function contentDatabase(account: string): string {
  return `parley-${account}`;
}

/** What the crypto worker keeps: keys, and the states of groups. */
export function vaultDatabase(account: string): string {
  return `parley-keys-${account}`;
}

/** The key of this browser, which opens the data keys of the other two. */
export function lockDatabase(account: string): string {
  return `parley-lock-${account}`;
}

/**
 * Deletes all of it; what is open in other tabs closes by itself. The key goes last: data without it
 * would be of no use to anybody, its owner included.
 */
export async function wipeAccount(account: string): Promise<void> {
  await Promise.all([deleteDB(contentDatabase(account)), deleteDB(vaultDatabase(account))]);
  await deleteDB(lockDatabase(account));
}
