import { exchange } from './http';
import { forgetDevice, knownDevice, rememberDevice } from './known-device';
import { ApiProblem } from './problem';
import {
  currentSession,
  sessionEnd,
  sessionStore,
  toSession,
  type CurrentSession,
  type SessionEnd,
} from './session-store';
import type { SignedIn } from './types';

/** Renew so long before the access token expires. */
const MARGIN_MS = 30_000;

type SessionNews =
  { type: 'signed-in'; session: CurrentSession } | { type: 'signed-out'; why: SessionEnd | 'left' };

/** The tabs of this browser share one session; the news travel in memory, never through storage. */
const tabs = new BroadcastChannel('parley-session');
tabs.addEventListener('message', (event: MessageEvent<SessionNews>) => {
  if (event.data.type === 'signed-in') {
    sessionStore.setState({ status: 'signed-in', session: event.data.session }, true);
  } else {
    over(event.data.why);
  }
});

/** The person is signing out here: that the server ends the session is then no news. */
let isLeaving = false;

let renewal: Promise<string> | undefined;

/** Begins a session in every tab of this browser. */
export function beginSession(signedIn: SignedIn): CurrentSession {
  const session = toSession(signedIn, Date.now());
  rememberDevice(session.deviceId);
  sessionStore.setState({ status: 'signed-in', session }, true);
  tabs.postMessage({ type: 'signed-in', session } satisfies SessionNews);
  return session;
}

/**
 * Ends the session in every tab of this browser; the caller has told the server.
 *
 * @param keepsDevice this browser is the same device at the next sign-in
 */
export function endSession(why: SessionEnd | 'left', keepsDevice = false): void {
  if (!keepsDevice && (why === 'left' || why === 'account-deleted')) {
    forgetDevice();
  }
  if (over(why)) {
    tabs.postMessage({ type: 'signed-out', why } satisfies SessionNews);
  }
}

/** Tells the app that the session is over, unless this tab is about to say so itself. */
function over(why: SessionEnd | 'left'): boolean {
  if (isLeaving) {
    return false;
  }
  sessionStore.setState({ status: 'signed-out', why }, true);
  return true;
}

/**
 * Signs out: first the server is told, then what this browser keeps is deleted, and only then the
 * app shows that the session is over.
 *
 * @param leave tells the server and deletes; when it fails, the session goes on
 * @param why what the app says of it afterwards
 * @param keepsDevice this browser is the same device at the next sign-in
 */
export async function leaveSession(
  leave: () => Promise<void>,
  why: 'left' | 'account-deleted' = 'left',
  keepsDevice = false,
): Promise<void> {
  isLeaving = true;
  try {
    await leave();
  } finally {
    isLeaving = false;
  }
  endSession(why, keepsDevice);
}

/** The person has read that the account is no more. */
export function forgetEnd(): void {
  sessionStore.setState({ status: 'signed-out' }, true);
}

/** Finds out at start whether the cookie of an earlier visit still holds a session. */
export async function resumeSession(): Promise<void> {
  if (knownDevice() === undefined) {
    sessionStore.setState({ status: 'signed-out' }, true);
    return;
  }
  await renewSession(undefined);
}

/**
 * A valid access token, renewed first when it is about to expire.
 *
 * @throws ApiProblem when the session has ended
 */
export async function currentAccessToken(): Promise<string> {
  const session = currentSession();
  if (session !== undefined && session.accessTokenExpiresAt - MARGIN_MS > Date.now()) {
    return session.accessToken;
  }
  return renewSession(session?.accessToken);
}

/**
 * Renews the session by its cookie: once, however many requests and tabs ask at the same time.
 *
 * @param stale the token that is not good any more
 */
export function renewSession(stale: string | undefined): Promise<string> {
  renewal ??= navigator.locks
    .request('parley-renew-session', () => renewUnlessDone(stale))
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

async function renewUnlessDone(stale: string | undefined): Promise<string> {
  const session = currentSession();
  if (session !== undefined && session.accessToken !== stale) {
    return session.accessToken;
  }
  try {
    const signedIn = await exchange<SignedIn>({ method: 'POST', path: '/auth/refresh', body: {} });
    return beginSession(signedIn).accessToken;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      endSession(sessionEnd(error.problem.reason));
    }
    throw error;
  }
}
