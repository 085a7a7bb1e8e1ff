import { renewSession } from '@/lib/api/session';
import { currentSession } from '@/lib/api/session-store';

/** Whether the account that is signed in here waits for its e-mail address to be verified. */
export function isNewcomer(): boolean {
  return currentSession()?.account.newcomerUntil !== undefined;
}

/** An address was verified: the session of a newcomer is renewed, and opens everything then. */
export async function renewNewcomer(): Promise<void> {
  const session = currentSession();
  if (session !== undefined && isNewcomer()) {
    await renewSession(session.accessToken);
  }
}
