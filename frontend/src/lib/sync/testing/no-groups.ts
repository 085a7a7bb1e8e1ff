import type { Backup, Groups } from '../end-to-end';

const unused = () => Promise.reject(new Error('Nothing here is encrypted.'));

/** For tests in which no conversation is encrypted end to end. */
export const noGroups: Groups = {
  register: () => Promise.resolve(),
  receive: unused,
  stored: unused,
  settle: unused,
  seal: unused,
  renew: unused,
  leave: unused,
  changedKeys: unused,
  acceptKeys: unused,
  forgetDevices: () => undefined,
};

/** For tests in which nothing is backed up. */
export const noBackup: Backup = {
  changed: () => undefined,
  restore: () => Promise.resolve(new Map()),
};
