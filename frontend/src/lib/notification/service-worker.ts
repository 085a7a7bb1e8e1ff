import { trustedScript } from '@/lib/trusted-script';

const FILE = '/sw.js';
const trusted = trustedScript('parley-service-worker', `${FILE}?`);

/** Whether this browser can call somebody who is away. */
export function canBeCalled(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/**
 * Registers the service worker, which shows these words when it is called.
 *
 * @param words in the person's language; other words are another registration of the same file
 */
export async function registerServiceWorker(words: {
  title: string;
  body: string;
}): Promise<ServiceWorkerRegistration> {
  const url = `${FILE}?${new URLSearchParams(words).toString()}`;
  await navigator.serviceWorker.register(trusted(url));
  return navigator.serviceWorker.ready;
}

/** What waits for a click on a notification: the app shows that path. */
export function onOpened(open: (path: string) => void): () => void {
  if (!('serviceWorker' in navigator)) {
    return () => undefined;
  }
  const heard = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'open') {
      if ('path' in data && typeof data.path === 'string' && data.path.startsWith('/chats')) {
        open(data.path);
      }
    }
  };
  navigator.serviceWorker.addEventListener('message', heard);
  return () => navigator.serviceWorker.removeEventListener('message', heard);
}
