import { call } from '@/lib/api/client';
import type { AccountSettings, AccountSettingsChange } from '@/lib/api/types';

export function changeAccountSettings(change: AccountSettingsChange): Promise<AccountSettings> {
  return call({ method: 'PATCH', path: '/account/settings', body: change });
}
