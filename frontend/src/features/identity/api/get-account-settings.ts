import { call } from '@/lib/api/client';
import type { AccountSettings } from '@/lib/api/types';

export function getAccountSettings(signal: AbortSignal): Promise<AccountSettings> {
  return call({ method: 'GET', path: '/account/settings', signal });
}
