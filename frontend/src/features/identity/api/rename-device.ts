import { call } from '@/lib/api/client';
import type { Session } from '@/lib/api/types';

export function renameDevice(session: string, deviceName: string): Promise<Session> {
  return call({ method: 'PATCH', path: `/sessions/${session}`, body: { deviceName } });
}
