import { call } from '@/lib/api/client';

/** Gives a group a picture. */
export function setPicture(group: string, picture: Blob): Promise<void> {
  return call({ method: 'PUT', path: `/conversations/${group}/picture`, body: picture });
}
