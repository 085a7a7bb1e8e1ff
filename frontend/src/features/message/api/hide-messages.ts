import { call } from '@/lib/api/client';
import type { HideMessages } from '@/lib/api/types';

/** Deletes messages for this person alone, on all her devices. */
export function hideMessages(conversation: string, seqs: number[]): Promise<void> {
  const body: HideMessages = { seqs };
  return call({ method: 'POST', path: `/conversations/${conversation}/hidden-messages`, body });
}
