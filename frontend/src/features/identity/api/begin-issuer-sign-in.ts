import { publicCall } from '@/lib/api/client';
import type { IssuerVisit } from '@/lib/api/types';

/** Begins a visit to an issuer that signs in. */
export function beginIssuerSignIn(issuer: string): Promise<IssuerVisit> {
  return publicCall({ method: 'POST', path: '/auth/oidc/visits', body: { issuer } });
}
