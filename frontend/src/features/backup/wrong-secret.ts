import { CryptoRefusal } from '@/workers/crypto/refusal';

/** Whether what was given opens nothing. */
export function isWrongSecret(error: unknown): boolean {
  return error instanceof CryptoRefusal && error.refusal === 'wrong-secret';
}
