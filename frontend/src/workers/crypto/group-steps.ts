import { createGroup, joinGroup, type ClientState } from 'ts-mls/clientState.js';
import {
  createCommit,
  createGroupInfoWithExternalPubAndRatchetTree,
  joinGroupExternal,
} from 'ts-mls/createCommit.js';
import { createApplicationMessage } from 'ts-mls/createMessage.js';
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import { ratchetTreeFromExtension } from 'ts-mls/groupInfo.js';
import type { MLSMessage } from 'ts-mls/message.js';
import { unprotectPublicMessage } from 'ts-mls/messageProtectionPublic.js';
import { decryptSenderData, type PrivateMessage } from 'ts-mls/privateMessage.js';
import { ValidationError } from 'ts-mls/mlsError.js';
import { processPrivateMessage, processPublicMessage } from 'ts-mls/processMessages.js';
import type { Proposal } from 'ts-mls/proposal.js';
import { emptyPskIndex } from 'ts-mls/pskIndex.js';
import type { PublicMessage } from 'ts-mls/publicMessage.js';
import { toBase64Url } from '@/lib/id/base64url';
import {
  decodeMessage,
  decodeSigned,
  encodeMessage,
  encodeSigned,
  sameBytes,
  uuidBytes,
} from './codec';
import type { DeviceIdentity } from './device-identity';
import { leafAt, leafIndexOf, leavesOf, requireIdentity, type DeviceTrust } from './device-trust';
import { identityOf, type LeafIdentity } from './identity';
import { generateKeyPackage, acceptableKeyPackage, type OwnKeyPackage } from './key-package-store';
import type { Change, CommitOutcome, FailureCause, Seen, WelcomeFor } from './model';
import { contentSize } from './padding';
import { CryptoRefusal } from './refusal';
import { clientConfig, SUITE } from './suite';

/** An entry that says nothing, for this reason. */
export class Unreadable extends Error {
  constructor(
    readonly failure: FailureCause,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}

/** A commit and the state that it leads to. */
export interface MadeCommit {
  next: ClientState;
  commit: string;
  groupInfo: string;
  welcomes: WelcomeFor[];
}

/** A state, and secrets that may be overwritten once it is kept. */
export interface Step {
  state: ClientState;
  consumed: Uint8Array[];
}

/** How many devices one commit adds at most; the server takes no more. */
const MOST_ADDS = 100;

export function epochOf(state: ClientState): number {
  return Number(state.groupContext.epoch);
}

/** What was removed and added from one tree to the next. */
function outcomeOf(before: ClientState | undefined, after: ClientState): CommitOutcome {
  const was = new Map(identified(before));
  const is = new Map(identified(after));
  return {
    epoch: epochOf(after),
    added: Array.from(is.keys()).filter((device) => was.get(device) !== is.get(device)),
    removed: Array.from(was.keys()).filter((device) => was.get(device) !== is.get(device)),
  };
}

/** The devices of a tree, each with what tells one leaf of it from another. */
function identified(state: ClientState | undefined): [string, string][] {
  return leavesOf(state?.ratchetTree ?? []).map((leaf) => [
    requireIdentity(leaf).device,
    toBase64Url(leaf.signaturePublicKey),
  ]);
}

/**
 * The steps of a group, over the library. They keep nothing: whoever calls stores what comes out
 * before he hands anything on.
 */
export class GroupSteps {
  constructor(
    private readonly suite: CiphersuiteImpl,
    private readonly identity: DeviceIdentity,
    private readonly trust: DeviceTrust,
    /** Seconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** A group in epoch 0 with this device alone. */
  async create(conversation: string): Promise<ClientState> {
    const own = await generateKeyPackage(this.identity, this.suite, this.now());
    const { publicPackage, privatePackage } = own;
    const groupId = uuidBytes(conversation);
    return createGroup(groupId, publicPackage, privatePackage, [], this.suite, clientConfig(0));
  }

  async commit(state: ClientState, { add = [], remove = [] }: Change): Promise<MadeCommit> {
    const devices = [...add.map(({ device }) => device), this.identity.device];
    if (add.length > MOST_ADDS || new Set(devices).size !== devices.length) {
      throw new CryptoRefusal('invalid');
    }
    const proposals: Proposal[] = this.removals(state, remove);
    const inside = add
      .map(({ device }) => device)
      .filter(
        (device) =>
          leafIndexOf(state.ratchetTree, device) !== undefined && !remove.includes(device),
      );
    if (inside.length > 0) {
      throw new CryptoRefusal('already-inside', inside);
    }
    for (const { account, device, keyPackage: text } of add) {
      const keyPackage = await acceptableKeyPackage(text, this.suite, this.now());
      const named = keyPackage && identityOf(keyPackage.leafNode.credential);
      if (keyPackage === undefined || named?.account !== account || named.device !== device) {
        throw new CryptoRefusal('key-package-invalid', [device]);
      }
      const standing = this.trust.standing(keyPackage.leafNode);
      if (standing !== 'current') {
        const isUndecided = standing === 'device-unknown' || standing === 'key-changed';
        throw new CryptoRefusal(isUndecided ? standing : 'key-package-invalid', [device]);
      }
      proposals.push({ proposalType: 'add', add: { keyPackage } });
    }
    const made = await createCommit(
      { state, cipherSuite: this.suite },
      { wireAsPublicMessage: true, extraProposals: proposals, ratchetTreeExtension: true },
    );
    const next = withoutHistory(made.newState);
    this.trust.judge(next.ratchetTree, state.ratchetTree);
    // What the library calls consumed is the secret of this epoch, which is needed when another
    // commit wins. It is overwritten when this one has won.
    return {
      next,
      commit: encodeMessage(made.commit),
      groupInfo: await this.groupInfo(next),
      welcomes:
        made.welcome === undefined
          ? []
          : [
              {
                devices: add.map(({ device }) => device),
                welcome: encodeMessage({
                  version: 'mls10',
                  wireformat: 'mls_welcome',
                  welcome: made.welcome,
                }),
              },
            ],
    };
  }

  /** Joins by an external commit, in place of the own leaf that may still be there. */
  async joinExternally(conversation: string, text: string): Promise<MadeCommit> {
    const message = decodeMessage(text);
    if (message?.wireformat !== 'mls_group_info') {
      throw new CryptoRefusal('invalid');
    }
    const { groupInfo } = message;
    const { groupId, cipherSuite, extensions } = groupInfo.groupContext;
    if (
      !sameBytes(groupId, uuidBytes(conversation)) ||
      cipherSuite !== SUITE ||
      extensions.length > 0
    ) {
      throw new CryptoRefusal('tampered');
    }
    const own = await generateKeyPackage(this.identity, this.suite, this.now());
    const { newState, publicMessage } = await tampering(() => {
      const tree = ratchetTreeFromExtension(groupInfo) ?? [];
      return joinGroupExternal(
        groupInfo,
        own.publicPackage,
        own.privatePackage,
        // Told to replace a leaf the library takes it for granted that there is one.
        leafIndexOf(tree, this.identity.device) !== undefined,
        this.suite,
        undefined,
        clientConfig(0),
      );
    });
    this.trust.judge(newState.ratchetTree, []);
    return {
      next: newState,
      commit: encodeMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage }),
      groupInfo: await this.groupInfo(newState),
      welcomes: [],
    };
  }

  /** Joins by a Welcome. */
  async join(conversation: string, message: MLSMessage, own: OwnKeyPackage): Promise<ClientState> {
    if (message.wireformat !== 'mls_welcome') {
      throw new CryptoRefusal('invalid');
    }
    const { welcome } = message;
    const state = await tampering(() =>
      joinGroup(
        welcome,
        own.keyPackage,
        own.privateKeys,
        emptyPskIndex,
        this.suite,
        undefined,
        undefined,
        clientConfig(0),
      ),
    );
    const { groupId, extensions } = state.groupContext;
    if (!sameBytes(groupId, uuidBytes(conversation)) || extensions.length > 0) {
      throw new CryptoRefusal('tampered');
    }
    this.trust.judge(state.ratchetTree, []);
    return state;
  }

  /** @param seen how far this device has the log; undefined when it does not know */
  async encrypt(
    state: ClientState,
    text: Uint8Array,
    seen?: Seen,
  ): Promise<Step & { body: string }> {
    const padded = { ...state, clientConfig: clientConfig(contentSize(text)) };
    const { newState, privateMessage, consumed } = await createApplicationMessage(
      padded,
      text,
      this.suite,
      encodeSigned({ commitment: await this.suite.hash.digest(text), ...(seen && { seen }) }),
    );
    return {
      state: { ...newState, clientConfig: state.clientConfig },
      consumed,
      body: encodeMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage }),
    };
  }

  /**
   * Opens a message of the current epoch.
   *
   * @throws Unreadable when it says nothing
   */
  async decrypt(
    state: ClientState,
    message: PrivateMessage,
    named: { by: string; device?: string | undefined },
  ): Promise<Step & { text: Uint8Array; seen: Seen | undefined }> {
    return unreadable(async () => {
      const sender = await decryptSenderData(
        message,
        state.keySchedule.senderDataSecret,
        this.suite,
      );
      const leaf = leafAt(state.ratchetTree, sender?.leafIndex ?? -1);
      if (leaf === undefined) {
        throw new Unreadable('tampered');
      }
      requireSender(requireIdentity(leaf), named);
      const standing = this.trust.standing(leaf);
      if (standing !== 'current' && standing !== 'former') {
        throw new Unreadable('key-unknown');
      }
      const opened = await processPrivateMessage(state, message, emptyPskIndex, this.suite);
      if (opened.kind !== 'applicationMessage') {
        throw new Unreadable('not-a-message');
      }
      const { newState, consumed, message: text } = opened;
      // The signature of the author covers it: it is his now that the message has opened.
      const signed = decodeSigned(message.authenticatedData);
      if (signed === undefined) {
        throw new Unreadable('not-a-message');
      }
      // What cannot be proven to others is not shown: it could not be reported.
      if (!sameBytes(signed.commitment, await this.suite.hash.digest(text))) {
        throw new Unreadable('tampered');
      }
      return { state: newState, consumed, text, seen: signed.seen };
    });
  }

  /**
   * Follows a commit of the current epoch that somebody else made.
   *
   * @throws Unreadable when it is refused, Undecided when a device in it has to be asked about
   */
  async follow(
    state: ClientState,
    message: PublicMessage,
    named: { by: string; device?: string | undefined },
  ): Promise<Step & { outcome: CommitOutcome; isRemoved: boolean }> {
    const { newState, consumed } = await unreadable(async () => {
      requireSender(committerOf(state, message), named);
      return processPublicMessage(state, message, emptyPskIndex, this.suite);
    });
    const next = withoutHistory(newState);
    const isRemoved = next.groupActiveState.kind === 'removedFromGroup';
    const outcome = {
      ...outcomeOf(state, next),
      // The library leaves the epoch of a state as it is in which we are no more.
      epoch: epochOf(state) + 1,
    };
    if (!isRemoved) {
      try {
        this.trust.judge(next.ratchetTree, state.ratchetTree);
      } catch (cause) {
        throw cause instanceof CryptoRefusal ? new Unreadable('tampered', { cause }) : cause;
      }
    }
    return { state: next, consumed, outcome, isRemoved };
  }

  /** Whether a commit of the current epoch is by this device, whatever the server says. */
  async isOwn(state: ClientState, message: PublicMessage): Promise<boolean> {
    const { content } = message;
    const { sender } = content;
    const { leafIndex } = state.privatePath;
    const path = content.contentType === 'commit' ? content.commit.path : undefined;
    const isByOwnLeaf = sender.senderType === 'member' && sender.leafIndex === leafIndex;
    const isByOwnKey =
      sender.senderType === 'new_member_commit' &&
      path !== undefined &&
      sameBytes(path.leafNode.signaturePublicKey, this.identity.publicKey);
    if (!isByOwnLeaf && !isByOwnKey) {
      return false;
    }
    return unreadable(async () => {
      const { membershipKey } = state.keySchedule;
      const { groupContext, ratchetTree } = state;
      await unprotectPublicMessage(membershipKey, groupContext, ratchetTree, message, this.suite);
      return true;
    });
  }

  outcome(before: ClientState | undefined, after: ClientState): CommitOutcome {
    return outcomeOf(before, after);
  }

  private removals(state: ClientState, remove: readonly string[]): Proposal[] {
    return Array.from(new Set(remove), (device) => {
      const removed = leafIndexOf(state.ratchetTree, device);
      if (removed === undefined || device === this.identity.device) {
        throw new CryptoRefusal('not-a-member', [device]);
      }
      return { proposalType: 'remove', remove: { removed } } as const;
    });
  }

  private async groupInfo(state: ClientState): Promise<string> {
    const groupInfo = await createGroupInfoWithExternalPubAndRatchetTree(state, [], this.suite);
    return encodeMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo });
  }
}

/** Who made a commit, when it has the only forms that Parley knows. */
function committerOf(state: ClientState, { content }: PublicMessage): LeafIdentity {
  if (content.contentType !== 'commit') {
    throw new Unreadable('not-a-message');
  }
  const { proposals, path } = content.commit;
  const kinds: (Proposal | undefined)[] = proposals.map((proposal) =>
    proposal.proposalOrRefType === 'proposal' ? proposal.proposal : undefined,
  );
  const pathOwner = path === undefined ? undefined : identityOf(path.leafNode.credential);
  if (content.sender.senderType === 'member') {
    const leaf = leafAt(state.ratchetTree, content.sender.leafIndex);
    const owner = leaf === undefined ? undefined : identityOf(leaf.credential);
    const isPlain = kinds.every(
      (proposal) => proposal?.proposalType === 'add' || proposal?.proposalType === 'remove',
    );
    // A path renews the keys of a leaf, and does not make it somebody else's.
    const isOwnPath =
      path === undefined ||
      (pathOwner?.account === owner?.account && pathOwner?.device === owner?.device);
    if (owner !== undefined && isPlain && isOwnPath) {
      return owner;
    }
  } else if (content.sender.senderType === 'new_member_commit' && pathOwner !== undefined) {
    const inits = kinds.filter((proposal) => proposal?.proposalType === 'external_init');
    const isOwnRemoval = kinds.every((proposal) => {
      if (proposal?.proposalType !== 'remove') {
        return proposal?.proposalType === 'external_init';
      }
      const leaf = leafAt(state.ratchetTree, proposal.remove.removed);
      return leaf !== undefined && identityOf(leaf.credential)?.device === pathOwner.device;
    });
    if (inits.length === 1 && isOwnRemoval) {
      return pathOwner;
    }
  }
  throw new Unreadable('tampered');
}

function requireSender(
  { account, device }: LeafIdentity,
  named: { by: string; device?: string | undefined },
): void {
  if (account !== named.by || (named.device !== undefined && named.device !== device)) {
    throw new Unreadable('wrong-sender');
  }
}

/** Former epochs are of no use: the log has one order, and the server takes no message out of it. */
function withoutHistory(state: ClientState): ClientState {
  return { ...state, historicalReceiverData: new Map() };
}

/** Whatever the library throws over bytes from outside means that they are not what they should be. */
async function unreadable<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof Unreadable) {
      throw cause;
    }
    const isPast = cause instanceof ValidationError && cause.message === 'Desired gen in the past';
    throw new Unreadable(isPast ? 'replayed' : 'tampered', { cause });
  }
}

async function tampering<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    throw new CryptoRefusal('tampered', [], { cause });
  }
}
