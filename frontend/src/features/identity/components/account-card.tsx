import { Avatar } from '@/components/ui/avatar';
import { useCurrentSession } from '../hooks/use-current-session';

export function AccountCard() {
  const { account } = useCurrentSession();
  return (
    <div className="flex items-center gap-4 p-4">
      <Avatar id={account.id} name={account.username} className="size-16" />
      <p className="min-w-0 truncate text-lg font-semibold">{account.username}</p>
    </div>
  );
}
