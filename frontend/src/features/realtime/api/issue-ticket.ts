import { call } from '@/lib/api/client';
import type { SocketTicket } from '@/lib/api/types';

/** A ticket for one connection of the socket: used once, within half a minute. */
export async function issueTicket(): Promise<string> {
  const { ticket } = await call<SocketTicket>({
    method: 'POST',
    path: '/socket-tickets',
    body: {},
  });
  return ticket;
}
