import type {
  AccountKeyTold,
  DeviceKey,
  KeyPackages,
  KeyPackageStock,
  PendingCommit,
} from '@/workers/crypto/model';

/** A KeyPackage that the server gave out, once, to this device. */
export interface ClaimedKeyPackage {
  account: string;
  device: string;
  keyPackage: string;
}

/** The devices of a conversation, and the keys of the accounts that they belong to. */
export interface MemberDevices {
  devices: DeviceKey[];
  accounts: AccountKeyTold[];
}

/** The server's part in MLS (RFC 9750): it keeps what is public, and orders commits. */
export interface DeliveryService {
  /** Tells the key with which this device signs. */
  register(signatureKey: string): Promise<void>;
  /** How many KeyPackages of this device are left. */
  stock(): Promise<KeyPackageStock>;
  publish(keyPackages: KeyPackages): Promise<void>;
  /** The devices of everybody who is in the conversation. */
  devices(conversation: string): Promise<MemberDevices>;
  /** Those of these devices that wrote in the conversation once, and belong to it no longer. */
  formerDevices(conversation: string, devices: readonly string[]): Promise<MemberDevices>;
  /** One KeyPackage for every device of these people that has any. */
  claim(conversation: string, people: readonly string[]): Promise<ClaimedKeyPackage[]>;
  /** What is public about the group; undefined while there is none. */
  groupInfo(conversation: string): Promise<string | undefined>;
  /** The newest Welcome for this device; undefined when there is none. */
  welcome(conversation: string): Promise<string | undefined>;
  /** The Welcome was used, or is of no use. */
  dropWelcome(conversation: string): Promise<void>;
  /** The commit of an entry that holds no more than its hash, because it is too large for it. */
  largeCommit(conversation: string, seq: number): Promise<string>;
  /**
   * Puts a commit into the log.
   *
   * @returns false when another commit was first in its epoch
   */
  commit(conversation: string, commit: PendingCommit): Promise<boolean>;
}
