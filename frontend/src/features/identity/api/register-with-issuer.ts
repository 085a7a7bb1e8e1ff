import { publicCall } from '@/lib/api/client';
import type { IdentityRegistration, SignedIn } from '@/lib/api/types';

/** The registration is the server's proof that the issuer knows the person; good once. */
export function registerWithIssuer(body: IdentityRegistration): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/oidc/register', body });
}
