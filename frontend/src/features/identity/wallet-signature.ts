import type { SignedMessage, WalletChallenge } from '@/lib/api/types';
import type { Wallet } from '@/lib/wallet/discovery';
import { walletRefusal, type WalletRefusal } from '@/lib/wallet/wallet-refusal';

/**
 * Has a wallet sign the message that answers a challenge of the server.
 *
 * @param onSigning the wallet has named its account, and asks the person to sign now
 * @returns why the wallet did not, when it did not
 */
export async function walletSignature(
  wallet: Wallet,
  requestChallenge: () => Promise<WalletChallenge>,
  onSigning: () => void,
): Promise<SignedMessage | WalletRefusal> {
  // viem is large and only needed from here on.
  const [challenge, { connectWallet, walletChain, signInMessage, signText }] = await Promise.all([
    requestChallenge(),
    import('@/lib/wallet/sign-in-message'),
  ]);
  try {
    const address = await connectWallet(wallet.provider);
    const chain = allowedChain(challenge, await walletChain(wallet.provider));
    onSigning();
    const message = signInMessage(challenge, address, chain);
    return { message, signature: await signText(wallet.provider, address, message) };
  } catch (error) {
    return walletRefusal(error);
  }
}

/** The chain the wallet is on, if this server takes it, else the server's first. */
function allowedChain(challenge: WalletChallenge, current: number): number {
  return challenge.chainIds.includes(current) ? current : (challenge.chainIds[0] ?? current);
}
