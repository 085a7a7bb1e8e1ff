import { trustedScript } from '@/lib/trusted-script';
import type { ActionName, ResultOf } from './actions';
import { callsOver, type Channel } from './calls';
import type { CryptoApi } from './crypto-api';
import workerUrl from './worker.ts?worker&url';

const trusted = trustedScript('parley-crypto-worker', workerUrl);

/** What the app holds of the crypto worker: its calls, and no key. */
export type CryptoClient = Pick<CryptoApi, ActionName> & {
  /** Ends the worker. Calls that are under way are refused as `not-open`. */
  end(): void;
};

/**
 * Starts the crypto worker. The code of it is loaded now and not with the app.
 *
 * Only the leading tab does so; see {@link CryptoApi}.
 */
export function startCryptoWorker(): CryptoClient {
  const worker = new Worker(trusted(workerUrl), { type: 'module', name: 'parley-crypto' });
  return clientOf(worker);
}

/** The calls of the crypto worker over a channel to it. */
export function clientOf(channel: Channel): CryptoClient {
  const { call: ask, end } = callsOver(channel);

  function call<Name extends ActionName>(
    name: Name,
    given: Parameters<CryptoApi[Name]>,
  ): Promise<ResultOf<Name>> {
    return ask(name, given) as Promise<ResultOf<Name>>;
  }

  return {
    open: (...given) => call('open', given),
    close: (...given) => call('close', given),
    forget: (...given) => call('forget', given),
    makeKeyPackages: (...given) => call('makeKeyPackages', given),
    pruneKeyPackages: (...given) => call('pruneKeyPackages', given),
    trust: (...given) => call('trust', given),
    acceptPerson: (...given) => call('acceptPerson', given),
    acceptKey: (...given) => call('acceptKey', given),
    create: (...given) => call('create', given),
    commit: (...given) => call('commit', given),
    joinExternally: (...given) => call('joinExternally', given),
    abandon: (...given) => call('abandon', given),
    join: (...given) => call('join', given),
    encrypt: (...given) => call('encrypt', given),
    receive: (...given) => call('receive', given),
    stored: (...given) => call('stored', given),
    redeem: (...given) => call('redeem', given),
    members: (...given) => call('members', given),
    pending: (...given) => call('pending', given),
    leave: (...given) => call('leave', given),
    end,
  };
}
