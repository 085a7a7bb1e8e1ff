import { call } from '@/lib/api/client';
import type { IssuerVisit } from '@/lib/api/types';

/** Begins a visit to an issuer that proves who the person is. */
export function beginIssuerProof(issuer: string): Promise<IssuerVisit> {
  return call({ method: 'POST', path: '/account/proofs/oidc/visits', body: { issuer } });
}
