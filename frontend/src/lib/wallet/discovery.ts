import { createStore } from 'zustand/vanilla';

/** A wallet's door (EIP-1193). */
export interface WalletProvider {
  request(request: { method: string; params?: readonly unknown[] }): Promise<unknown>;
  /** Ends what was begun with it, where that has an end. */
  release?(): void;
}

/** A wallet that announced itself (EIP-6963). */
export interface Wallet {
  info: { uuid: string; name: string; icon: string; rdns: string };
  provider: WalletProvider;
}

declare global {
  interface Window {
    /** What wallets injected before EIP-6963. */
    ethereum?: WalletProvider;
  }
}

/** Wallets announce themselves at once; one that has not by now does not know EIP-6963. */
const ANNOUNCE_MS = 500;

export const walletStore = createStore<{ wallets: readonly Wallet[] }>(() => ({ wallets: [] }));

/** Listens for wallets and asks them to announce themselves; stops when called again. */
export function discoverWallets(): () => void {
  const found = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (isWallet(detail)) {
      add(detail);
    }
  };
  window.addEventListener('eip6963:announceProvider', found);
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  const fallBack = setTimeout(addInjected, ANNOUNCE_MS);
  return () => {
    window.removeEventListener('eip6963:announceProvider', found);
    clearTimeout(fallBack);
  };
}

function addInjected(): void {
  const provider = window.ethereum;
  if (provider !== undefined && walletStore.getState().wallets.length === 0) {
    add({ info: { uuid: 'injected', name: 'Browser wallet', icon: '', rdns: '' }, provider });
  }
}

function add(wallet: Wallet): void {
  walletStore.setState(({ wallets }) =>
    wallets.some(({ info }) => info.uuid === wallet.info.uuid)
      ? { wallets }
      : { wallets: [...wallets, wallet] },
  );
}

/** Any script of the page can announce anything: take only what has the right shape. */
function isWallet(value: unknown): value is Wallet {
  const wallet = value as Partial<Wallet> | null | undefined;
  return (
    typeof wallet?.info?.uuid === 'string' &&
    typeof wallet.info.name === 'string' &&
    typeof wallet.info.icon === 'string' &&
    typeof wallet.provider?.request === 'function'
  );
}
