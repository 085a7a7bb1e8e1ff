import { useStore } from 'zustand';
import { sessionStore, type CurrentSession } from '@/lib/api/session-store';

/** Who is signed in. Only below the part of the app that needs a signed-in person. */
export function useCurrentSession(): CurrentSession {
  const state = useStore(sessionStore);
  if (state.status !== 'signed-in') {
    throw new Error('nobody is signed in');
  }
  return state.session;
}
