/** Why a wallet did not do what it was asked (EIP-1193, EIP-1474). */
export type WalletRefusal = 'rejected' | 'pending' | 'unanswered' | 'failed';

const USER_REJECTED = 4001;
const DISCONNECTED = 4900;
const RESOURCE_UNAVAILABLE = -32002;

export function walletRefusal(error: unknown): WalletRefusal {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case USER_REJECTED:
      return 'rejected';
    case RESOURCE_UNAVAILABLE:
      return 'pending';
    case DISCONNECTED:
      return 'unanswered';
    default:
      return 'failed';
  }
}
