import { useCallback, useEffect, useRef } from 'react';
import type { Wallet } from '@/lib/wallet/discovery';

/** Takes note of the wallet that is used, and lets go of it when what uses it leaves the screen. */
export function useWalletRelease(): (wallet: Wallet) => void {
  const used = useRef<Wallet>(undefined);
  useEffect(() => () => used.current?.provider.release?.(), []);
  return useCallback((wallet) => {
    used.current = wallet;
  }, []);
}
