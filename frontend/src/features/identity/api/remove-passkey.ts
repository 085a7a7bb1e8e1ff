import { call } from '@/lib/api/client';

export function removePasskey(id: string): Promise<void> {
  return call({ method: 'DELETE', path: `/account/credentials/passkeys/${id}` });
}
