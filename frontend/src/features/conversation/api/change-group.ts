import { call } from '@/lib/api/client';
import type { ChangeGroup } from '@/lib/api/types';

/** Changes what is named; the entry that comes back on the log tells everybody. */
export async function changeGroup(group: string, body: ChangeGroup): Promise<void> {
  await call({ method: 'PATCH', path: `/conversations/${group}`, body });
}
