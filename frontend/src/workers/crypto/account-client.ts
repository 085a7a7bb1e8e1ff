import { trustedScript } from '@/lib/trusted-script';
import type { AccountActionName } from './account-actions';
import type { AccountKeys } from './account-keys';
import workerUrl from './account-worker.ts?worker&url';
import { callsOver, type Channel } from './calls';

export type {
  Believed,
  MadeRecoveryKey,
  ReadEntry,
  RecoveryKind,
  SealedEntry,
} from './account-keys';

const trusted = trustedScript('parley-account-worker', workerUrl);

/** What the app holds of the worker that has the root of the account: its calls, and no key. */
export type AccountClient = Pick<AccountKeys, AccountActionName> & {
  /** Ends the worker. Calls that are under way are refused as `not-open`. */
  end(): void;
};

/** Starts the worker of the account. Any tab may. */
export function startAccountWorker(): AccountClient {
  return accountClientOf(
    new Worker(trusted(workerUrl), { type: 'module', name: 'parley-account' }),
  );
}

/** The calls of that worker over a channel to it. */
export function accountClientOf(channel: Channel): AccountClient {
  const { call, end } = callsOver(channel);
  const over = <Name extends AccountActionName>(name: Name) =>
    ((...given: unknown[]) => call(name, given)) as AccountKeys[Name];
  return {
    unlockBrowser: over('unlockBrowser'),
    propose: over('propose'),
    holds: over('holds'),
    seal: over('seal'),
    makeRecoveryKey: over('makeRecoveryKey'),
    unlock: over('unlock'),
    sign: over('sign'),
    state: over('state'),
    sealVerified: over('sealVerified'),
    openVerified: over('openVerified'),
    believed: over('believed'),
    everyBelieved: over('everyBelieved'),
    readNote: over('readNote'),
    keepNote: over('keepNote'),
    sealBackup: over('sealBackup'),
    openBackup: over('openBackup'),
    close: over('close'),
    end,
  };
}
