import { useQuery } from '@tanstack/react-query';
import { useReplicaState } from '@/lib/sync/replica-context';
import { listReceipts } from '../api/list-receipts';

/** How far an own message has come; asked again when somebody of whom this device is told moves. */
export function useReceipts(conversation: string, seq: number) {
  const marks = useReplicaState((state) => state.marks.get(conversation));
  const moved = [...(marks?.values() ?? [])].filter(
    ({ delivered, read }) => delivered >= seq || read >= seq,
  );
  const reached = moved.reduce((sum, { read }) => sum + (read >= seq ? 2 : 1), 0);
  return useQuery({
    queryKey: ['receipts', conversation, seq, reached],
    queryFn: ({ signal }) => listReceipts(conversation, seq, signal),
    placeholderData: (before) => before,
  });
}
