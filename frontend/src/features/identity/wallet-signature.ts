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
  const { connectWallet, walletChain, signInMessage, signText } =
    await import('@/lib/wallet/sign-in-message');
  const { provider } = wallet;
  let isConnected = false;
  try {
    const address = await orRefusal(connectWallet(provider));
    isConnected = true;
    const current = await orRefusal(walletChain(provider));
    // Only now: who has to fetch a phone first would be too late with an earlier one.
    const challenge = await requestChallenge();
    onSigning();
    const message = signInMessage(challenge, address, allowedChain(challenge, current));
    return { message, signature: await orRefusal(signText(provider, address, message)) };
  } catch (error) {
    if (error instanceof Refused) {
      return error.why;
    }
    throw error;
  } finally {
    // Where it was given up before, somebody may be connecting again by now.
    if (isConnected) {
      provider.release?.();
    }
  }
}

class Refused extends Error {
  constructor(readonly why: WalletRefusal) {
    super(why);
  }
}

async function orRefusal<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new Refused(walletRefusal(error));
  }
}

/** The chain the wallet is on, if this server takes it, else the server's first. */
function allowedChain(challenge: WalletChallenge, current: number): number {
  return challenge.chainIds.includes(current) ? current : (challenge.chainIds[0] ?? current);
}
