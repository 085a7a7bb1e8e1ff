import { request, type BrowserContextOptions } from 'playwright-core';
import { PASSWORD } from './password.js';

/** What this file reads of the answer. */
interface SignedIn {
  accessToken: string;
  session: { deviceId: string };
}

/**
 * What a browser holds whose person has just registered and answered what new people are asked, by
 * the requests that the pages would make.
 */
export async function joinedState(
  home: string,
  username: string,
): Promise<NonNullable<BrowserContextOptions['storageState']>> {
  const { origin } = new URL(home);
  const api = await request.newContext({ baseURL: origin, failOnStatusCode: true });
  const registered = await api.post('/api/auth/register', {
    data: { username, password: PASSWORD },
  });
  const { accessToken, session } = (await registered.json()) as SignedIn;
  const headers = { Authorization: `Bearer ${accessToken}` };
  await api.patch('/api/account/profile', { data: {}, headers });
  await api.put('/api/account/interests', { data: { interests: [] }, headers });
  const { cookies } = await api.storageState();
  await api.dispose();
  // A page that has never seen a sign-in does not look for a session.
  const localStorage = [{ name: 'parley.device', value: session.deviceId }];
  return { cookies, origins: [{ origin, localStorage }] };
}
