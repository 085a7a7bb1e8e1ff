import { call } from '@/lib/api/client';
import type { Credentials, IssuerAnswer } from '@/lib/api/types';

export function linkIdentity(body: IssuerAnswer): Promise<Credentials> {
  return call({ method: 'POST', path: '/account/credentials/oidc', body });
}
