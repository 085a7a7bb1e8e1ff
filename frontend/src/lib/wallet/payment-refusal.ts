import { walletRefusal, type WalletRefusal } from './wallet-refusal';

/** Why a wallet did not pay (EIP-1193, EIP-1474, EIP-5792). Nothing was paid then. */
export type PaymentRefusal =
  | WalletRefusal
  | 'other-chain'
  | 'foreign'
  | 'capability'
  | 'chain'
  | 'duplicate'
  | 'too-large'
  | 'upgrade'
  | 'atomic'
  | 'not-sent'
  | 'reverted';

/** The wallet stays on another chain than the payment is for. */
export class OtherChain extends Error {}

/** The wallet offers only accounts that are not the payer's here: what they pay would not count. */
export class ForeignWallet extends Error {}

/** The wallet says that what it was given to send has come to nothing. */
export class NotPaid extends Error {
  constructor(readonly why: 'not-sent' | 'reverted') {
    super(`the wallet says: ${why}`);
  }
}

/** Why it cannot be said whether the wallet has paid. */
export type Doubt = 'nonsense' | 'several' | 'elsewhere' | 'unknown' | 'silent';

/** What the wallet answers leaves open whether it has paid. */
export class UnclearPayment extends Error {
  constructor(readonly doubt: Doubt) {
    super(`it is unclear what the wallet has paid: ${doubt}`);
  }
}

/** What EIP-5792 adds to the codes. */
const OF_CALLS: Partial<Record<number, PaymentRefusal>> = {
  5700: 'capability',
  5710: 'chain',
  5720: 'duplicate',
  5740: 'too-large',
  5750: 'upgrade',
  5760: 'atomic',
};

/** What to tell somebody whose wallet has not paid. */
export function paymentRefusal(error: unknown): PaymentRefusal {
  if (error instanceof OtherChain) {
    return 'other-chain';
  }
  if (error instanceof ForeignWallet) {
    return 'foreign';
  }
  if (error instanceof NotPaid) {
    return error.why;
  }
  const code = codeOf(error);
  return (typeof code === 'number' ? OF_CALLS[code] : undefined) ?? walletRefusal(error);
}

/** The code that a wallet gives with an error. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
