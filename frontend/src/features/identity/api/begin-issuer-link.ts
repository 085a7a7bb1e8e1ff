import { call } from '@/lib/api/client';
import type { IssuerVisit } from '@/lib/api/types';

/** Begins a visit to an issuer that links a sign-in to this account. */
export function beginIssuerLink(issuer: string): Promise<IssuerVisit> {
  return call({ method: 'POST', path: '/account/credentials/oidc/visits', body: { issuer } });
}
