/** The part of Trusted Types that a strict policy asks of us before it registers a script. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const FILE = '/sw.js';
let policy: { createScriptURL(url: string): string } | undefined;

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

/** Says that this one file is a script we mean to run. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  if (trustedTypes === undefined) {
    return url;
  }
  policy ??= trustedTypes.createPolicy('parley-service-worker', {
    createScriptURL: (wanted) => {
      if (!wanted.startsWith(`${FILE}?`)) {
        throw new TypeError('This is not the service worker.');
      }
      return wanted;
    },
  });
  return policy.createScriptURL(url);
}
