import type { Location } from 'react-router';

/** A message that a way into its conversation leads to. */
export interface WantedMessage {
  /** Another one for every time that somebody goes there. */
  key: string;
  seq: number;
}

/** Leads to a message in its conversation. */
export function messageAt(conversation: string, seq: number): { to: string; state: unknown } {
  return { to: `/chats/${conversation}`, state: { message: seq } };
}

/** The message that a place of the app leads to. */
export function wantedAt({
  key,
  state,
}: Pick<Location, 'key' | 'state'>): WantedMessage | undefined {
  const given: unknown = state;
  const seq =
    typeof given === 'object' && given !== null && 'message' in given ? given.message : undefined;
  return typeof seq === 'number' ? { key, seq } : undefined;
}
