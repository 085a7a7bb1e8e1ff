import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import { useReplica } from '@/lib/sync/replica-context';
import { createGroup } from '../api/create-group';

/** Creates a group, once however often it is tried, and has it here before anybody looks at it. */
export function useCreateGroup() {
  const replica = useReplica();
  const [key] = useState(() => uuidV7(browserIds));
  return useMutation({
    mutationFn: async (wish: Parameters<typeof createGroup>[0]) => {
      const group = await createGroup(wish, key);
      await replica.addConversation(group);
      return group;
    },
  });
}
