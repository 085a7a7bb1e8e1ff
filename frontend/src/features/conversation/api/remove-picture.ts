import { call } from '@/lib/api/client';

/** Takes a group's picture away. */
export function removePicture(group: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${group}/picture` });
}
