import { call } from '@/lib/api/client';
import type { AccountKey } from '@/lib/api/types';
import type { BackupServer, SealedPage } from './backup-server';

/** The server over REST. */
export const restBackupServer: BackupServer = {
  accountKey: () => call<AccountKey | undefined>({ method: 'GET', path: '/account-key' }),
  register: (key, replaces) =>
    call({ method: 'PUT', path: '/account-key', body: { key, replaces } }),
  putMethod: (id, body) => call({ method: 'PUT', path: `/account-key/methods/${id}`, body }),
  removeMethod: (id) => call({ method: 'DELETE', path: `/account-key/methods/${id}` }),
  keep: (conversation, key, entries) =>
    call({ method: 'PUT', path: `/conversations/${conversation}/backup`, body: { key, entries } }),
  read: (conversation, { after, before }) => {
    const range = [
      ...(after === undefined ? [] : [`after=${after}`]),
      ...(before === undefined ? [] : [`before=${before}`]),
    ].join('&');
    return call<SealedPage>({
      method: 'GET',
      path: `/conversations/${conversation}/backup?${range}`,
    });
  },
};
