import { createStore } from 'zustand/vanilla';
import type { WalletRelay } from '@/lib/api/types';
import type { Wallet, WalletProvider } from './discovery';
import type { PhoneLine } from './phone-line';

/** The code that a phone has to read, while one waits to be read. */
export const pairingStore = createStore<{ code: string | undefined }>(() => ({ code: undefined }));

const PHONE = 'walletconnect';

/** A wallet on another device, which a relay leads to. */
export function phoneWallet(relay: WalletRelay, chains: readonly number[]): Wallet {
  return {
    info: { uuid: PHONE, name: 'WalletConnect', icon: '', rdns: '' },
    provider: new PhoneProvider(relay, chains),
  };
}

/** Whether a wallet is on another device, where its window cannot be behind this one. */
export function isOnPhone(wallet: Wallet): boolean {
  return wallet.info.uuid === PHONE;
}

class PhoneProvider implements WalletProvider {
  private waiting: AbortController | undefined;
  private line: PhoneLine | undefined;

  constructor(
    private readonly relay: WalletRelay,
    private readonly chains: readonly number[],
  ) {}

  async request({ method, params = [] }: { method: string; params?: readonly unknown[] }) {
    if (method === 'eth_requestAccounts') {
      const line = await this.call();
      return [line.address];
    }
    if (this.line === undefined) {
      throw new Error('no wallet is connected');
    }
    return method === 'eth_chainId'
      ? `0x${this.line.chain.toString(16)}`
      : this.line.request(method, params);
  }

  release(): void {
    if (this.waiting?.signal.aborted === false) {
      this.waiting.abort();
      pairingStore.setState({ code: undefined });
    }
    // Whoever cannot be told goodbye notices by himself.
    this.line?.hangUp().catch(() => undefined);
    this.line = undefined;
  }

  private async call(): Promise<PhoneLine> {
    this.release();
    const waiting = new AbortController();
    this.waiting = waiting;
    // The protocol of phones is large, and few need it.
    const { callPhone } = await import('./phone-line');
    try {
      this.line = await callPhone(
        this.relay,
        this.chains,
        (code) => pairingStore.setState({ code }),
        waiting.signal,
      );
      return this.line;
    } finally {
      // One that was given up may end late, when the code on the screen is already another one.
      if (!waiting.signal.aborted) {
        pairingStore.setState({ code: undefined });
      }
    }
  }
}
