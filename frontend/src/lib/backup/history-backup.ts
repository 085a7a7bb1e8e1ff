import { ApiProblem } from '@/lib/api/problem';
import type { AccountClient, ReadEntry, SealedEntry } from '@/workers/crypto/account-client';
import type { AccountRoot } from './account-root';
import type { BackupServer } from './backup-server';

/** The server takes no more at once. */
const ENTRIES = 200;

/** Characters of what is sealed in one request: the server takes 1 MiB with everything around it. */
const CHARACTERS = 900_000;

/** What is read in one go is backed up in one go. Milliseconds. */
const SOON_MS = 2_000;

/** When it fails, it is tried again after so long, and then ever later. Milliseconds. */
const AGAIN_MS = 15_000;
const AGAIN_AT_MOST_MS = 600_000;

/** What this browser has read, as far as a backup is concerned. */
export interface ReadLog {
  /**
   * What was read of a conversation since the last that was backed up under this key, in order.
   *
   * @returns undefined when there is nothing
   */
  unkept(
    conversation: string,
    key: string,
    limit: number,
  ): Promise<{ entries: ReadEntry[]; upTo: number } | undefined>;
  /** It is backed up under this key up to here. */
  kept(conversation: string, key: string, upTo: number): Promise<void>;
}

export interface HistoryBackupOptions {
  account: string;
  root: Pick<AccountRoot, 'look' | 'openKey' | 'onChange'>;
  keys: Pick<AccountClient, 'sealBackup' | 'openBackup'>;
  server: Pick<BackupServer, 'keep' | 'read'>;
  soonMs?: number;
  againMs?: number;
}

/**
 * The backup of what this person reads of encrypted conversations. The server has it sealed; browsers
 * that have the root of the account add to it what they read, and take out of it what they came too
 * late to read.
 */
export class HistoryBackup {
  private readonly due = new Set<string>();
  private readonly known = new Set<string>();
  private log: ReadLog | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> = Promise.resolve();
  private failures = 0;
  private isStopped = false;
  private readonly stopListening: () => void;

  constructor(private readonly options: HistoryBackupOptions) {
    this.stopListening = options.root.onChange(() => {
      // The root has come, or is another one: then all of it may have to be backed up.
      this.known.forEach((conversation) => this.due.add(conversation));
      this.schedule(0);
    });
  }

  /** Backs up what stands in this log, from now on. One tab does. */
  follow(log: ReadLog): void {
    this.log = log;
    this.schedule(this.soonMs);
  }

  /** Something of this conversation was read, or may have been and is not backed up. */
  changed(conversation: string): void {
    this.known.add(conversation);
    this.due.add(conversation);
    this.schedule(this.soonMs);
  }

  /** Backs up now what is due. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running = this.running.then(() => this.run());
    await this.running;
  }

  /**
   * What the backup says of a conversation between two entries, both not included. By their numbers;
   * nothing while the root is not here.
   */
  async restore(
    conversation: string,
    after: number,
    before: number,
  ): Promise<ReadonlyMap<number, string>> {
    const { account, root, keys, server } = this.options;
    const key = await root.openKey();
    const texts = new Map<number, string>();
    let from = after;
    while (key !== undefined && from < before - 1) {
      const { entries, more } = await server.read(conversation, { after: from, before });
      const read = await keys.openBackup(account, key, conversation, entries);
      // What the server adds to what was asked for is not taken.
      read
        .filter(({ seq }) => seq > after && seq < before)
        .forEach(({ seq, text }) => texts.set(seq, text));
      const last = entries.at(-1)?.seq ?? before;
      if (!more || last <= from) {
        break;
      }
      from = last;
    }
    return texts;
  }

  /** Nothing is backed up any more. */
  stop(): void {
    this.isStopped = true;
    this.stopListening();
    clearTimeout(this.timer);
  }

  private get soonMs(): number {
    return this.options.soonMs ?? SOON_MS;
  }

  private schedule(afterMs: number): void {
    if (this.timer === undefined && !this.isStopped && this.log !== undefined) {
      this.timer = setTimeout(() => void this.flush(), afterMs);
    }
  }

  private async run(): Promise<void> {
    try {
      for (const conversation of [...this.due]) {
        await this.keepAll(conversation);
      }
      this.failures = 0;
    } catch (error) {
      // The server is away, or has had enough for now, or the account has begun anew. What is due
      // stays so.
      this.failures += 1;
      if (error instanceof ApiProblem && error.slug === 'account-key-changed') {
        void this.options.root.look().catch(() => undefined);
      }
      const wait = (this.options.againMs ?? AGAIN_MS) * 2 ** (this.failures - 1);
      this.schedule(Math.min(wait, AGAIN_AT_MOST_MS));
    }
  }

  private async keepAll(conversation: string): Promise<void> {
    const key = await this.options.root.openKey();
    const { log } = this;
    if (key === undefined || log === undefined) {
      // It begins where it stopped once the root is here.
      return;
    }
    this.due.delete(conversation);
    try {
      for (;;) {
        const unkept = this.isStopped ? undefined : await log.unkept(conversation, key, ENTRIES);
        if (unkept === undefined) {
          return;
        }
        await this.keep(conversation, key, unkept.entries);
        await log.kept(conversation, key, unkept.upTo);
      }
    } catch (error) {
      this.due.add(conversation);
      throw error;
    }
  }

  private async keep(
    conversation: string,
    key: string,
    entries: readonly ReadEntry[],
  ): Promise<void> {
    const { account, keys, server } = this.options;
    const sealed = await keys.sealBackup(account, key, conversation, [...entries]);
    for (const batch of batchesOf(sealed)) {
      await server.keep(conversation, key, batch);
    }
  }
}

/** As few requests as the server takes it in. */
function batchesOf(entries: readonly SealedEntry[]): SealedEntry[][] {
  const batches: SealedEntry[][] = [];
  let size = 0;
  for (const entry of entries) {
    size += entry.sealed.length;
    if (batches.length === 0 || size > CHARACTERS) {
      batches.push([]);
      size = entry.sealed.length;
    }
    batches.at(-1)?.push(entry);
  }
  return batches;
}
