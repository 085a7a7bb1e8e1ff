import { send, signIn, type SignedIn } from './rest.js';

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
