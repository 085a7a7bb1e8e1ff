import {
  decodeGroupStateWithoutTree,
  encodeGroupStateWithoutTree,
  type ClientState,
  type GroupState,
} from 'ts-mls/clientState.js';
import { encode } from 'ts-mls/codec/tlsEncoder.js';
import { decodeRatchetTree, ratchetTreeEncoder } from 'ts-mls/ratchetTree.js';
import { allSecretTreeValues, decodeSecretTree, secretTreeEncoder } from 'ts-mls/secretTree.js';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { copyBytes, fromJson, toJson, wipe } from './bytes';
import type { EntryResult, PendingCommit } from './model';
import { CryptoRefusal } from './refusal';
import { clientConfig } from './suite';
import type { Changes, Vault } from './vault';

export { wipe };

/** A commit of this device that waits for its place in the log. */
export type StoredCommit = Omit<PendingCommit, 'repeated'> & { isExternal: boolean };

/** What is kept of a group beside its keys. */
export interface GroupHead {
  /** The last entry that was dealt with. */
  cursor: number;
  /** The epoch in which this device joined last. */
  joinedAt: number;
  /** The first epoch in which it was not there any more. */
  removedAt?: number;
  /** Made here, and no commit of it is in the log yet: the server knows of no group. */
  isNew?: boolean;
  /** Another commit of this device is in the log than the one that it knows: it cannot follow. */
  isLost?: boolean;
  /** The hash of the Welcome by which it joined. */
  welcome?: string;
  pending?: StoredCommit;
}

/** A group, with its keys where there are any. Never changed: a step makes a new one. */
export interface Group {
  head: GroupHead;
  state?: ClientState;
  /** What the state becomes when the pending commit is taken. */
  next?: ClientState;
}

/** What an own message said, until it is seen in the log. */
export interface SentMessage {
  epoch: number;
  body: string;
  plaintext: Uint8Array<ArrayBuffer>;
}

/** A number that sorts as text. */
function sortable(seq: number): string {
  return String(seq).padStart(16, '0');
}

/** Where everything of a group stands in the vault. */
class Paths {
  readonly head: string;
  readonly sent: string;
  readonly results: string;

  constructor(readonly root: string) {
    this.head = `${root}head`;
    this.sent = `${root}sent/`;
    this.results = `${root}results/`;
  }

  static of(conversation: string): Paths {
    return new Paths(`groups/${conversation}/`);
  }

  result(seq: number): string {
    return `${this.results}${sortable(seq)}`;
  }

  part(which: 'state' | 'next', part: 'core' | 'tree' | 'secrets'): string {
    return `${this.root}${which}/${part}`;
  }
}

/**
 * Groups in the vault. A state is kept in three parts, because a message changes only one of them: the
 * secrets of messages. The tree of a large group is written when a commit changes it.
 */
export class GroupStore {
  constructor(private readonly vault: Vault) {}

  async load(conversation: string): Promise<Group> {
    const paths = Paths.of(conversation);
    const head = await this.vault.read(paths.head);
    if (head === undefined) {
      return { head: { cursor: 0, joinedAt: 0 } };
    }
    const [state, next] = await Promise.all([
      this.loadState(paths, 'state'),
      this.loadState(paths, 'next'),
    ]);
    return {
      head: fromJson(head) as GroupHead,
      ...(state === undefined ? {} : { state }),
      ...(next === undefined ? {} : { next }),
    };
  }

  /** Writes what differs, and `more`, in one step. */
  async save(conversation: string, before: Group, after: Group, more: Changes): Promise<void> {
    const paths = Paths.of(conversation);
    const changes: Changes = new Map(more);
    changes.set(paths.head, toJson(after.head));
    for (const which of ['state', 'next'] as const) {
      for (const [part, value] of changedParts(before[which], after[which])) {
        changes.set(paths.part(which, part), value);
      }
    }
    await this.vault.write(changes);
  }

  /** Deletes a group and everything that was read in it. */
  async delete(conversation: string): Promise<void> {
    const paths = await this.vault.paths(Paths.of(conversation).root);
    await this.vault.write(new Map(paths.map((path) => [path, undefined])));
  }

  async sent(conversation: string, cid: string): Promise<SentMessage | undefined> {
    const stored = await this.vault.read(`${Paths.of(conversation).sent}${cid}`);
    if (stored === undefined) {
      return undefined;
    }
    const { plaintext, ...rest } = fromJson(stored) as { plaintext: string } & SentMessage;
    return { ...rest, plaintext: fromBase64Url(plaintext) };
  }

  keepSent(changes: Changes, conversation: string, cid: string, sent?: SentMessage): void {
    changes.set(
      `${Paths.of(conversation).sent}${cid}`,
      sent === undefined ? undefined : toJson({ ...sent, plaintext: toBase64Url(sent.plaintext) }),
    );
  }

  async result(conversation: string, seq: number): Promise<EntryResult | undefined> {
    const stored = await this.vault.read(Paths.of(conversation).result(seq));
    if (stored === undefined) {
      return undefined;
    }
    const result = fromJson(stored) as EntryResult;
    return 'plaintext' in result
      ? { ...result, plaintext: fromBase64Url(result.plaintext as unknown as string) }
      : result;
  }

  keepResult(changes: Changes, conversation: string, result: EntryResult): void {
    changes.set(
      Paths.of(conversation).result(result.seq),
      toJson(
        'plaintext' in result ? { ...result, plaintext: toBase64Url(result.plaintext) } : result,
      ),
    );
  }

  /** Deletes the results up to this entry. */
  async dropResults(conversation: string, upTo: number): Promise<void> {
    const paths = Paths.of(conversation);
    const last = paths.result(upTo);
    const done = (await this.vault.paths(paths.results)).filter((path) => path <= last);
    await this.vault.write(new Map(done.map((path) => [path, undefined])));
  }

  private async loadState(paths: Paths, which: 'state' | 'next'): Promise<ClientState | undefined> {
    const [core, tree, secrets] = await Promise.all(
      (['core', 'tree', 'secrets'] as const).map((part) =>
        this.vault.read(paths.part(which, part)),
      ),
    );
    if (core === undefined || tree === undefined || secrets === undefined) {
      return undefined;
    }
    const ratchetTree = decodeRatchetTree(tree, 0)?.[0];
    const secretTree = decodeSecretTree(secrets, 0)?.[0];
    const rest =
      ratchetTree === undefined
        ? undefined
        : decodeGroupStateWithoutTree(ratchetTree)(core, 0)?.[0];
    if (secretTree === undefined || rest === undefined) {
      throw new CryptoRefusal('storage');
    }
    return { ...rest, secretTree, clientConfig: clientConfig(0) };
  }
}

/** Each part that has to be written, or deleted, to come from one state to the other. */
function changedParts(
  before: ClientState | undefined,
  after: ClientState | undefined,
): ['core' | 'tree' | 'secrets', Uint8Array<ArrayBuffer> | undefined][] {
  if (after === undefined) {
    return before === undefined
      ? []
      : [
          ['core', undefined],
          ['tree', undefined],
          ['secrets', undefined],
        ];
  }
  const changed: ['core' | 'tree' | 'secrets', Uint8Array<ArrayBuffer>][] = [];
  if (
    coreParts(after).some(
      (part, index) => before === undefined || part !== coreParts(before)[index],
    )
  ) {
    const core: GroupState = { ...after, secretTree: [], historicalReceiverData: new Map() };
    changed.push(['core', copyBytes(encodeGroupStateWithoutTree(core))]);
  }
  if (after.ratchetTree !== before?.ratchetTree) {
    changed.push(['tree', copyBytes(encode(ratchetTreeEncoder)(after.ratchetTree))]);
  }
  if (after.secretTree !== before?.secretTree) {
    changed.push(['secrets', copyBytes(encode(secretTreeEncoder)(after.secretTree))]);
  }
  return changed;
}

function coreParts(state: ClientState): unknown[] {
  return [
    state.groupContext,
    state.keySchedule,
    state.privatePath,
    state.signaturePrivateKey,
    state.confirmationTag,
    state.groupActiveState,
  ];
}

/** Overwrites the secrets of a state that nothing uses any more. */
export function wipeState(state: ClientState | undefined): void {
  if (state !== undefined) {
    wipe(Object.values(state.keySchedule) as Uint8Array[]);
    wipe(allSecretTreeValues(state.secretTree));
  }
}
