/** What this file reads of the answers. */
interface SignedIn {
  accessToken: string;
  account: { id: string };
}

/**
 * Lets two people agree to talk, as they would by asking and accepting: what a test needs that is
 * about something else. Both have this password; the sessions that this takes are ended.
 */
export async function agreeToTalk(
  home: string,
  one: string,
  other: string,
  password: string,
): Promise<void> {
  const [asking, accepting] = await Promise.all([
    signIn(home, one, password),
    signIn(home, other, password),
  ]);
  const request = (of: SignedIn) => `/api/people/${of.account.id}/request`;
  await send(home, 'PUT', request(accepting), asking.accessToken, { kind: 'e2ee' });
  await send(home, 'PUT', `${request(asking)}/answer`, accepting.accessToken, { answer: 'accept' });
  await Promise.all(
    [asking, accepting].map(async ({ accessToken }) => {
      const sessions = (await send(home, 'GET', '/api/sessions', accessToken)) as {
        items: { id: string; current: boolean }[];
      };
      const current = sessions.items.find((session) => session.current);
      await send(home, 'DELETE', `/api/sessions/${current?.id ?? ''}`, accessToken);
    }),
  );
}

async function signIn(home: string, username: string, password: string): Promise<SignedIn> {
  const body = { username, password };
  return (await send(home, 'POST', '/api/auth/login', undefined, body)) as SignedIn;
}

async function send(
  home: string,
  method: string,
  path: string,
  token: string | undefined,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(home.replace(/\/$/, '') + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return response.status === 204 ? undefined : response.json();
}
