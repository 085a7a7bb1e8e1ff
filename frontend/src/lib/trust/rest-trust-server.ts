import { call } from '@/lib/api/client';
import type {
  KeyLogCheckpoint,
  KeyLogEntries,
  KeyLogProof,
  SealedVerifications,
} from '@/lib/api/types';
import type { TrustServer } from './trust-server';

async function proof(path: string): Promise<string[]> {
  const { hashes } = await call<KeyLogProof>({ method: 'GET', path: `/key-log/proofs/${path}` });
  return hashes;
}

/** The server over REST. */
export const restTrustServer: TrustServer = {
  state: (body) => call({ method: 'PUT', path: '/device-key/statement', body }),
  bindWallet: (body) => call({ method: 'PUT', path: '/account-key/wallet', body }),
  unbindWallet: () => call({ method: 'DELETE', path: '/account-key/wallet' }),
  verifications: () =>
    call<SealedVerifications | undefined>({ method: 'GET', path: '/account-key/verifications' }),
  keepVerifications: (body) => call({ method: 'PUT', path: '/account-key/verifications', body }),
  checkpoint: () => call<KeyLogCheckpoint>({ method: 'GET', path: '/key-log/checkpoint' }),
  inclusion: (place, size) => proof(`inclusion?place=${place}&size=${size}`),
  consistency: (from, to) => proof(`consistency?from=${from}&to=${to}`),
  entries: async (account) => {
    const path = `/key-log/accounts/${account}`;
    return (await call<KeyLogEntries>({ method: 'GET', path })).entries;
  },
};
