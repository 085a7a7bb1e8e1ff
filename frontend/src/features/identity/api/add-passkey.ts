import { call } from '@/lib/api/client';
import type { Credentials, NewPasskey } from '@/lib/api/types';

export function addPasskey(body: NewPasskey): Promise<Credentials> {
  return call({ method: 'POST', path: '/account/credentials/passkeys', body });
}
