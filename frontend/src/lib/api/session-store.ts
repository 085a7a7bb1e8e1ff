import { createStore } from 'zustand/vanilla';
import type { Account, SignedIn } from './types';

export interface CurrentSession {
  id: string;
  deviceId: string;
  account: Account;
  /** Held in memory only: nothing that opens a door is ever written to storage. */
  accessToken: string;
  /** Milliseconds since 1970. */
  accessTokenExpiresAt: number;
}

/** Why a session is over; `ended` when nobody remembers. */
export type SessionEnd =
  'signed-out' | 'revoked' | 'expired' | 'token-reused' | 'account-deleted' | 'ended';

export type SessionState =
  | { status: 'unknown' }
  | { status: 'signed-out'; why?: SessionEnd | 'left' }
  | { status: 'signed-in'; session: CurrentSession };

/** Who uses this tab. */
export const sessionStore = createStore<SessionState>(() => ({ status: 'unknown' }));

/** Takes over the session that the server has just opened or renewed. */
export function toSession(signedIn: SignedIn, now: number): CurrentSession {
  return {
    id: signedIn.session.id,
    deviceId: signedIn.session.deviceId,
    account: signedIn.account,
    accessToken: signedIn.accessToken,
    accessTokenExpiresAt: now + signedIn.expiresIn * 1_000,
  };
}

/** What the server says of the end of a session, in a problem or a `bye`. */
export function sessionEnd(reason: unknown): SessionEnd {
  switch (reason) {
    case 'signed-out':
    case 'revoked':
    case 'expired':
    case 'token-reused':
    case 'account-deleted':
      return reason;
    default:
      return 'ended';
  }
}

export function currentSession(): CurrentSession | undefined {
  const state = sessionStore.getState();
  return state.status === 'signed-in' ? state.session : undefined;
}
