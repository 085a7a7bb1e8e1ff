import { PersonAvatar } from '@/components/person-avatar';
import { useCurrentSession } from '../hooks/use-current-session';

export function AccountCard() {
  const { account } = useCurrentSession();
  return (
    <div className="flex items-center gap-4 p-4">
      <PersonAvatar id={account.id} name={account.username} edge={256} className="size-16" />
      <p className="min-w-0 truncate text-lg font-semibold">{account.username}</p>
    </div>
  );
}
