import type { DeviceStatement } from './device-statement';

/** The language of the crypto worker. Bytes that travel in JSON are base64url texts without padding. */

/** A device and the key with which it signs. */
export interface DeviceKey {
  account: string;
  device: string;
  signatureKey: string;
  /** What its account says of it, as the server tells; absent while it says nothing. */
  statement?: DeviceStatement | undefined;
}

/** The key of an account, as the server tells. */
export interface AccountKeyTold {
  account: string;
  key: string;
}

/** Why nothing is encrypted for somebody until a person has looked. */
export type KeyConcernCause =
  /** A device has another key than before, and the account does not confirm it. */
  | 'device-key'
  /** The account has another key than before. */
  | 'account-key'
  /** A device that the account does not confirm, although it has confirmed others. */
  | 'unconfirmed';

export interface KeyConcern {
  account: string;
  why: KeyConcernCause;
  /** Those that it is about; none when it is about the account. */
  devices: string[];
}

/**
 * Whether a leaf of the tree is what its device is today: `current`; `former`, with a key that was
 * believed once; `foreign`, with a key that never was.
 */
export type LeafStanding = 'current' | 'former' | 'foreign';

export interface Member extends DeviceKey {
  standing: LeafStanding;
}

export interface Members {
  epoch: number;
  /** Equal on all devices that are in the same epoch of the same history (RFC 9420, section 8.7). */
  epochAuthenticator: string;
  members: Member[];
  /** The commit that waits for its place in the log. */
  pending?: string;
}

export interface KeyPackages {
  keyPackages: string[];
  lastResort?: string;
}

export interface KeyPackageStock {
  available: number;
  lastResort: boolean;
}

export interface Change {
  add?: (Omit<DeviceKey, 'signatureKey'> & { keyPackage: string })[];
  /** Ids of devices. */
  remove?: string[];
}

export interface WelcomeFor {
  devices: string[];
  welcome: string;
}

/** What goes to the server as a commit. */
export interface PendingCommit {
  /** The idempotency key that it was asked for with. */
  cid: string;
  /** The epoch that it ends. */
  epoch: number;
  commit: string;
  groupInfo: string;
  welcomes: WelcomeFor[];
  /** It was made earlier, perhaps for another change: send it, and ask again when it is decided. */
  repeated: boolean;
}

export interface Encrypted {
  epoch: number;
  body: string;
}

/** The newest entry of a conversation's log that somebody has, by its place and its link of the chain. */
export interface Seen {
  seq: number;
  /** SHA-256 in base64url. */
  hash: string;
}

/** An entry of a conversation's log that concerns the group. */
export interface LogEntry {
  seq: number;
  kind: 'mls.commit' | 'message';
  /** The account that the server names. */
  by: string;
  /** The device that the server names; told of entries of the own account only. */
  device?: string | undefined;
  /** Told of entries of this device only. */
  cid?: string | undefined;
  body: string;
}

/** Why an entry says nothing. */
export type FailureCause =
  /** It belongs to an epoch before this device joined. */
  | 'before-joining'
  /** It belongs to an epoch in which this device was removed. */
  | 'removed'
  /** It belongs to an epoch that this device does not know: a commit is missing or was refused. */
  | 'epoch-unknown'
  /** It does not open, is not signed as it should be, or breaks a rule of the group. */
  | 'tampered'
  /** It was read before, or its key is gone. */
  | 'replayed'
  /** It is not a message of this protocol. */
  | 'not-a-message'
  /** The server names another sender than the message does. */
  | 'wrong-sender'
  /** It was sent with a key that was never believed. */
  | 'key-unknown'
  /** This device wrote it, and has lost what it knew of it. */
  | 'state-lost'
  /** It was handed out before, and the app said that it has it. */
  | 'handed-out';

export interface CommitOutcome {
  /** The epoch that it begins. */
  epoch: number;
  /** Devices that came and went. A device that is in both has come again with another leaf. */
  added: string[];
  removed: string[];
}

/** What became of an entry. */
export type EntryResult =
  | { seq: number; plaintext: Uint8Array<ArrayBuffer>; seen?: Seen }
  | { seq: number; own: string; plaintext: Uint8Array<ArrayBuffer> }
  | { seq: number; own?: string; committed: CommitOutcome }
  | { seq: number; failed: FailureCause };

/** Why the entries from `seq` on were not touched. */
export type Waiting =
  | { seq: number; why: 'no-group' | 'state-lost' }
  | { seq: number; why: 'device-unknown' | 'key-changed'; devices: string[] }
  /** The entry holds the hash of a commit that is too large for it: see `redeem`. */
  | { seq: number; why: 'claim-check' };

export interface Received {
  results: EntryResult[];
  waiting?: Waiting;
}

export interface Opened {
  /** The key of this device, to be registered with the server. */
  signatureKey: string;
  /** Whether it was made just now. Groups of another device that were kept here are gone then. */
  isNew: boolean;
}

export interface Trusted {
  /** Devices whose key is another than the one that was believed: see `acceptKey`. */
  changed: string[];
  /** What a person has to look at before anything is encrypted: see `acceptPerson`. */
  concerns: KeyConcern[];
  /** Devices of people who were known before, which their accounts confirm: nothing to worry about. */
  confirmed: { account: string; device: string }[];
}
