import { call } from '@/lib/api/client';

/**
 * Deletes the account for ever.
 *
 * @param username as the person has typed it
 */
export function deleteAccount(username: string): Promise<void> {
  return call({ method: 'POST', path: '/account/deletion', body: { username } });
}
