import { call } from '@/lib/api/client';

/** Takes a tip back that nobody has paid. */
export function cancelTip(tip: string): Promise<void> {
  return call({ method: 'DELETE', path: `/tips/${tip}` });
}
