import { call } from '@/lib/api/client';

export function unlinkWallet(address: string): Promise<void> {
  return call({ method: 'DELETE', path: `/account/credentials/wallets/${address}` });
}
