import { call } from '@/lib/api/client';

export function unlinkIdentity(id: string): Promise<void> {
  return call({ method: 'DELETE', path: `/account/credentials/oidc/${id}` });
}
