import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { PaymentChain } from '@/lib/api/types';
import type { WalletProvider } from '@/lib/wallet/discovery';
import { endCalls, forgetCalls, type CallsEnd, type KeptCalls } from '@/lib/wallet/kept-calls';
import { NotPaid, UnclearPayment } from '@/lib/wallet/payment-refusal';
import { toast } from '@/components/ui/toast-store';
import { claimTip } from '../api/claim-tip';

/** Wait a moment. Everything else between 400 and 499 is the server's last word. */
const TOO_MANY = 429;

/** Asks a wallet for the transaction of a tip that it was given, and claims it. */
export function useFollowCalls(
  account: string,
  calls: KeptCalls,
  chain: PaymentChain,
  provider: WalletProvider,
): void {
  const { t } = useTranslation();
  const { tip, id } = calls;
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    void follow(tip, id, chain, provider, signal).then((end) => {
      if (end === undefined) {
        return;
      }
      if (isLast(end)) {
        forgetCalls(account, tip, Date.now());
      }
      if (end.as === 'refused') {
        toast(t(`tip.refusal.${end.why}`), 'failed');
      }
      endCalls(tip, end);
    });
    return () => gone.abort();
  }, [account, tip, id, chain, provider, t]);
}

/** What becomes of it; undefined when nobody waits for that any more. */
async function follow(
  tip: string,
  id: string,
  chain: PaymentChain,
  provider: WalletProvider,
  signal: AbortSignal,
): Promise<CallsEnd | undefined> {
  try {
    const { hashOfCalls } = await import('@/lib/wallet/calls');
    await claimTip(tip, { hash: await hashOfCalls(provider, id, chain, signal) });
    return { as: 'claimed' };
  } catch (error) {
    return signal.aborted
      ? undefined
      : error instanceof NotPaid
        ? { as: 'refused', why: error.why }
        : error instanceof UnclearPayment
          ? { as: 'unclear', doubt: error.doubt }
          : { as: 'unclaimed', error };
  }
}

function isLast(end: CallsEnd): boolean {
  return (
    end.as === 'claimed' ||
    end.as === 'refused' ||
    (end.as === 'unclaimed' &&
      end.error instanceof ApiProblem &&
      end.error.status >= 400 &&
      end.error.status < 500 &&
      end.error.status !== TOO_MANY)
  );
}
