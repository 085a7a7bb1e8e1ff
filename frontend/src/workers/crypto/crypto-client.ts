import type { Action, ActionName, Reply, Request, ResultOf } from './actions';
import type { CryptoApi } from './crypto-api';
import { trustedScript } from '@/lib/trusted-script';
import { CryptoRefusal } from './refusal';
import workerUrl from './worker.ts?worker&url';

const trusted = trustedScript('parley-crypto-worker', workerUrl);

/** What the app holds of the crypto worker: its calls, and no key. */
export type CryptoClient = Pick<CryptoApi, ActionName> & {
  /** Ends the worker. Calls that are under way are refused as `not-open`. */
  end(): void;
};

/** The app's side of the channel. */
export type Channel = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Asked {
  resolve: (result: unknown) => void;
  reject: (refusal: CryptoRefusal) => void;
}

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
  const asked = new Map<number, Asked>();
  let last = 0;
  let hasEnded = false;

  function end(): void {
    hasEnded = true;
    channel.terminate();
    asked.forEach((call) => call.reject(new CryptoRefusal('not-open')));
    asked.clear();
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const call = asked.get(data.id);
    asked.delete(data.id);
    if (data.kind === 'done') {
      call?.resolve(data.result);
    } else {
      call?.reject(new CryptoRefusal(data.refusal, data.devices));
    }
  });
  // The worker did not load, or answered with something that cannot be passed on.
  channel.addEventListener('error', end);
  channel.addEventListener('messageerror', end);

  function call<Name extends ActionName>(
    name: Name,
    given: Parameters<CryptoApi[Name]>,
  ): Promise<ResultOf<Name>> {
    return new Promise((resolve, reject) => {
      if (hasEnded) {
        reject(new CryptoRefusal('not-open'));
        return;
      }
      last += 1;
      asked.set(last, { resolve: resolve as Asked['resolve'], reject });
      const request: Request = { id: last, action: { name, given } as Action };
      channel.postMessage(request);
    });
  }

  return {
    open: (...given) => call('open', given),
    close: (...given) => call('close', given),
    forget: (...given) => call('forget', given),
    makeKeyPackages: (...given) => call('makeKeyPackages', given),
    pruneKeyPackages: (...given) => call('pruneKeyPackages', given),
    trust: (...given) => call('trust', given),
    acceptKey: (...given) => call('acceptKey', given),
    create: (...given) => call('create', given),
    commit: (...given) => call('commit', given),
    joinExternally: (...given) => call('joinExternally', given),
    abandon: (...given) => call('abandon', given),
    join: (...given) => call('join', given),
    encrypt: (...given) => call('encrypt', given),
    receive: (...given) => call('receive', given),
    stored: (...given) => call('stored', given),
    members: (...given) => call('members', given),
    pending: (...given) => call('pending', given),
    leave: (...given) => call('leave', given),
    end,
  };
}
