import { call } from '@/lib/api/client';

/** This device is called no more. */
export function deletePushSubscription(): Promise<void> {
  return call({ method: 'DELETE', path: '/push-subscription' });
}
