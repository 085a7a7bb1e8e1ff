import { call } from '@/lib/api/client';
import type { PushSubscriptionInput } from '@/lib/api/types';

/** Says where this device is reached when nobody is there. */
export function putPushSubscription(subscription: PushSubscriptionInput): Promise<void> {
  return call({ method: 'PUT', path: '/push-subscription', body: subscription });
}
