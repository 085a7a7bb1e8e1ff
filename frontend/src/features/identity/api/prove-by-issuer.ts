import { call } from '@/lib/api/client';
import type { IssuerAnswer } from '@/lib/api/types';

export function proveByIssuer(body: IssuerAnswer): Promise<void> {
  return call({ method: 'POST', path: '/account/proofs/oidc', body });
}
