import { Navigate, useParams } from 'react-router';
import { useReplicaState } from '@/lib/sync/replica-context';
import { GroupInfo } from '../../features/conversation/components/group-info';

/** What there is to know about a group: beside its messages, or over them where it is narrow. */
export function GroupInfoRoute() {
  const { conversation: id = '' } = useParams();
  const account = useReplicaState((state) => state.account);
  const group = useReplicaState((state) => state.conversations.get(id));
  if (group?.type !== 'group') {
    return <Navigate to={`/chats/${id}`} replace />;
  }
  return (
    <div
      key={id}
      className="max-xl:absolute max-xl:inset-0 xl:w-90 xl:shrink-0 xl:border-s xl:border-line"
    >
      <GroupInfo group={group} account={account} />
    </div>
  );
}
