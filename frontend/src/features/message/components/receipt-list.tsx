import { useTranslation } from 'react-i18next';
import type { Receipt } from '@/lib/api/types';
import { PersonAvatar } from '@/components/person-avatar';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useReceipts } from '../hooks/use-receipts';

const STATES = ['read', 'delivered', 'sent'] as const;

interface ReceiptListProps {
  conversation: string;
  /** The place of the message; undefined while the list is closed. */
  seq: number | undefined;
  onClose: () => void;
}

/** Who has read an own message, and whom it has only reached. */
export function ReceiptList({ conversation, seq, onClose }: ReceiptListProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={seq !== undefined} onClose={onClose} title={t('receipts.title')}>
      {seq !== undefined && <People conversation={conversation} seq={seq} />}
    </Dialog>
  );
}

function People({ conversation, seq }: { conversation: string; seq: number }) {
  const { t } = useTranslation();
  const receipts = useReceipts(conversation, seq);
  if (receipts.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </div>
    );
  }
  if (receipts.isError) {
    return (
      <div className="space-y-3">
        <ProblemNotice error={receipts.error} />
        <Button look="secondary" onClick={() => void receipts.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return (
    <div className="max-h-96 space-y-4 overflow-y-auto">
      {STATES.map((state) => (
        <Group
          key={state}
          state={state}
          people={receipts.data.filter((receipt) => receipt.state === state)}
        />
      ))}
    </div>
  );
}

function Group({ state, people }: { state: Receipt['state']; people: readonly Receipt[] }) {
  const { t } = useTranslation();
  if (people.length === 0) {
    return null;
  }
  const title = t(`receipts.${state}`, { count: people.length });
  return (
    <section aria-label={title}>
      <h3 className="px-1 text-sm font-semibold text-muted">{title}</h3>
      <ul>
        {people.map(({ id, username }) => (
          <li key={id} className="flex min-h-12 items-center gap-3 px-1">
            <PersonAvatar id={id} name={username ?? '?'} className="size-9" />
            <span className="truncate font-medium">{username ?? t('chats.unknown')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
