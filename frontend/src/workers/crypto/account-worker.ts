import { AccountKeys } from './account-keys';
import { accountActionNames } from './account-actions';
import type { CallRequest } from './calls';
import { serve } from './serve';

/** The entry of the worker that has the root of the account: see {@link AccountKeys}. */
const keys = new AccountKeys();

addEventListener('message', ({ data }: MessageEvent<CallRequest>) => {
  void serve(keys, accountActionNames, data, {
    postMessage: (reply, transfer) => postMessage(reply, { transfer }),
  });
});
