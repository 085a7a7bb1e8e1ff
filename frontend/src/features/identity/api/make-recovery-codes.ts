import { call } from '@/lib/api/client';
import type { NewRecoveryCodes } from '@/lib/api/types';

/** Makes new codes, which are told this once; those before are no longer good. */
export function makeRecoveryCodes(): Promise<NewRecoveryCodes> {
  return call({ method: 'POST', path: '/account/recovery-codes', body: {} });
}
