import { call } from '@/lib/api/client';

/** A ticket for one connection of the socket: used once, within half a minute. */
export async function issueTicket(): Promise<string> {
  const { ticket } = await call<{ ticket: string; expiresAt: string }>({
    method: 'POST',
    path: '/socket-tickets',
    body: {},
  });
  return ticket;
}
