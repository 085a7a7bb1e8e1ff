import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '@/lib/config/load-configuration';
import { fromBase64Url } from '@/lib/id/base64url';
import { canBeCalled, registerServiceWorker } from '@/lib/notification/service-worker';
import { deletePushSubscription } from '../api/delete-push-subscription';
import { putPushSubscription } from '../api/put-push-subscription';

/** What is possible, and what is chosen. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on';

const STATE = ['push'];

async function current(): Promise<PushState> {
  if (!canBeCalled()) {
    return 'unsupported';
  }
  if (Notification.permission === 'denied') {
    return 'blocked';
  }
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription != null && Notification.permission === 'granted' ? 'on' : 'off';
}

async function subscribe(words: { title: string; body: string }, key: string): Promise<void> {
  const registration = await registerServiceWorker(words);
  const known = await registration.pushManager.getSubscription();
  const wanted = fromBase64Url(key);
  if (known !== null && !isFor(known, wanted)) {
    // The key of the server was changed.
    await known.unsubscribe();
  }
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: wanted,
  });
  const { endpoint, keys = {} } = subscription.toJSON();
  await putPushSubscription({
    endpoint: endpoint ?? '',
    keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' },
  });
}

function isFor(subscription: PushSubscription, key: Uint8Array): boolean {
  const known = subscription.options.applicationServerKey;
  if (known === null) {
    return true;
  }
  const bytes = new Uint8Array(known);
  return bytes.length === key.length && bytes.every((byte, index) => byte === key[index]);
}

/** Being called on this device when nobody is there. Asks the browser only when it is turned on. */
export function usePush() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = useQuery(configurationQuery).data?.pushKey;
  const state = useQuery({ queryKey: STATE, queryFn: current, staleTime: 0 });
  const words = { title: t('notifications.pushTitle'), body: t('notifications.pushBody') };
  const turn = useMutation({
    mutationFn: async (on: boolean) => {
      if (!on) {
        const registration = await navigator.serviceWorker.getRegistration();
        await (await registration?.pushManager.getSubscription())?.unsubscribe();
        await deletePushSubscription();
      } else if (key !== undefined && (await Notification.requestPermission()) === 'granted') {
        await subscribe(words, key);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: STATE }),
  });
  return { state: key === undefined ? 'unsupported' : (state.data ?? 'off'), turn };
}

/** Says again, once per visit, where this device is reached: addresses change and are forgotten. */
export function useRenewedPush(): void {
  const { t } = useTranslation();
  const key = useQuery(configurationQuery).data?.pushKey;
  useEffect(() => {
    if (key === undefined) {
      return;
    }
    const words = { title: t('notifications.pushTitle'), body: t('notifications.pushBody') };
    void current()
      .then((state) => (state === 'on' ? subscribe(words, key) : undefined))
      // The next visit tries again.
      .catch(() => undefined);
  }, [key, t]);
}
