/** What tests read of the answer to a sign-in. */
export interface SignedIn {
  accessToken: string;
  account: { id: string };
}

/** Signs somebody in on a device that no browser has. */
export async function signIn(home: string, username: string, password: string): Promise<SignedIn> {
  const body = { username, password };
  return (await send(home, 'POST', '/api/auth/login', undefined, body)) as SignedIn;
}

/**
 * A request as a program makes it.
 *
 * @param token nobody is signed in without one
 * @returns the answer, which has to be a good one
 */
export async function send(
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
