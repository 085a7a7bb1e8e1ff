import { call } from '@/lib/api/client';

/** Asks a chain for development for what is worth nothing. */
export function askFaucet(chain: number): Promise<void> {
  return call({ method: 'POST', path: `/chains/${chain}/faucet` });
}
