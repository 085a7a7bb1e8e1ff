// Receives calls of the push service while no window is open (service worker). It knows nothing but
// that there is something new in a conversation; the words it shows come with its address.
const words = new URL(self.location.href).searchParams;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function conversationOf(data) {
  try {
    const { conversation } = data.json();
    return ID.test(conversation) ? conversation : undefined;
  } catch {
    return undefined;
  }
}

function address(conversation) {
  return conversation === undefined ? '/chats' : `/chats/${conversation}`;
}

async function show(conversation) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isRead = windows.some(
    ({ focused, url }) => focused && new URL(url).pathname === address(conversation),
  );
  if (isRead) {
    return;
  }
  await self.registration.showNotification(words.get('title') ?? 'Parley', {
    body: words.get('body') ?? '',
    icon: '/icons/parley-192.png',
    // One for each conversation, which calls again when there is more.
    tag: conversation ?? 'parley',
    renotify: true,
    data: { conversation },
  });
}

async function open(conversation) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [window] = windows;
  if (window === undefined) {
    await self.clients.openWindow(address(conversation));
    return;
  }
  await window.focus();
  window.postMessage({ type: 'open', path: address(conversation) });
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data === null ? undefined : conversationOf(event.data)));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.conversation));
});
