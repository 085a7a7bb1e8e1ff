import type { AccountKeys } from './account-keys';

/** What the worker of the account can be asked for: the calls of {@link AccountKeys}. */
export const accountActionNames = [
  'unlockBrowser',
  'propose',
  'holds',
  'seal',
  'makeRecoveryKey',
  'unlock',
  'sign',
  'state',
  'sealVerified',
  'openVerified',
  'believed',
  'everyBelieved',
  'readNote',
  'keepNote',
  'sealBackup',
  'openBackup',
  'close',
] as const satisfies (keyof AccountKeys)[];

export type AccountActionName = (typeof accountActionNames)[number];
