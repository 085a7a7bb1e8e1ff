/** Why the crypto worker does not do something. */
export type RefusalCause =
  /** Another worker holds the keys of this account. */
  | 'in-use'
  /** Nothing was opened, or it was closed or deleted meanwhile. */
  | 'not-open'
  /** What was handed in is not what the call asks for. */
  | 'invalid'
  /** There is a group for this conversation already. */
  | 'group-exists'
  /** There is no group for this conversation, or it can no longer be used: join it. */
  | 'no-group'
  /** The tree holds devices that must not read: commit their removal first. `devices` names them. */
  | 'commit-needed'
  /** Devices that nobody has told of: ask the server, `trust` its answer, try again. */
  | 'device-unknown'
  /** The keys of devices have changed: `acceptKey` comes first. */
  | 'key-changed'
  /** A device that is to be removed is not in the group. */
  | 'not-a-member'
  /** Devices that are to be added are in the group. */
  | 'already-inside'
  /** The KeyPackage of a device is not valid, or not of that device. `devices` names it. */
  | 'key-package-invalid'
  /** The Welcome is for a KeyPackage that is not here: join by an external commit. */
  | 'key-package-unknown'
  /** A Welcome or a GroupInfo does not open, or contradicts itself. */
  | 'tampered'
  /** The same cid was used for another text. */
  | 'cid-reused'
  /** The text does not fit into a message. */
  | 'too-large'
  /** The key of the account is not here: open it first, by a way of recovery. */
  | 'locked'
  /** This is not the secret that opens it. */
  | 'wrong-secret'
  /** What is stored here cannot be read any more. */
  | 'storage';

/** A refusal by name. It never tells of keys or of text. */
export class CryptoRefusal extends Error {
  constructor(
    readonly refusal: RefusalCause,
    readonly devices: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(
      devices.length === 0
        ? `Refused: ${refusal}.`
        : `Refused: ${refusal} (${devices.join(', ')}).`,
      options,
    );
    this.name = 'CryptoRefusal';
  }
}
