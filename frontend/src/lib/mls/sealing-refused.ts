/** Why a message cannot be encrypted for the others just now. */
export type SealingCause =
  /** Nobody else has a device that could read it. */
  | 'nobody-can-read'
  /** Devices have other keys than before: the person has to look. */
  | 'key-changed'
  /** It does not fit. */
  | 'too-large'
  /** Something has to happen first that takes its time. */
  | 'not-yet';

/** A message stays in the outbox; `not-yet` is tried again by itself, everything else is told. */
export class SealingRefused extends Error {
  override readonly name = 'SealingRefused';

  constructor(
    readonly why: SealingCause,
    readonly devices: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(`Not encrypted: ${why}.`, options);
  }
}
