import { call } from '@/lib/api/client';

export function revokeSession(id: string): Promise<void> {
  return call({ method: 'DELETE', path: `/sessions/${id}` });
}
