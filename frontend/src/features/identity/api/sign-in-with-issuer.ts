import { publicCall } from '@/lib/api/client';
import type { IssuerSignIn, SignedIn } from '@/lib/api/types';

export function signInWithIssuer(body: IssuerSignIn): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/oidc/login', body });
}
