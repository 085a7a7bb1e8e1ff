import { actionNames } from './actions';
import type { CallRequest } from './calls';
import { CryptoApi } from './crypto-api';
import { serve } from './serve';
import { waitForLock } from './worker-lock';

/** The entry of the crypto worker: everything it does stands in {@link CryptoApi}. */
const api = new CryptoApi({
  now: () => Date.now(),
  lock: (name) => waitForLock(navigator.locks, name),
});

addEventListener('message', ({ data }: MessageEvent<CallRequest>) => {
  void serve(api, actionNames, data, {
    postMessage: (reply, transfer) => postMessage(reply, { transfer }),
  });
});
