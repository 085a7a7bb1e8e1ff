import { CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import type { ConnectionStatus } from '@/lib/sync/sync-events';

/** What lasts shorter than this is not worth a word. */
const PATIENCE_MS = 1_200;

/** How the connection is, in one quiet line, and only while there is something to say. */
export function ConnectionLine() {
  const { t } = useTranslation();
  const replica = useReplica();
  const status = usePatiently(useReplicaState((state) => state.status));
  const isSilent = status === 'online' || status === 'stopped';
  return (
    <div role="status" data-connection={status}>
      {!isSilent && (
        <div className="flex min-h-9 animate-fade flex-wrap items-center justify-center gap-x-2 bg-caution-soft px-4 py-1 text-sm font-medium text-caution">
          <StatusIcon status={status} />
          {t(`connection.${status}`)}
          {status === 'replaced' && (
            <LineButton label={t('connection.useHere')} onClick={() => replica.useHere()} />
          )}
          {status === 'outdated' && (
            <LineButton label={t('connection.reload')} onClick={() => location.reload()} />
          )}
        </div>
      )}
    </div>
  );
}

function LineButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-9 rounded-md px-2 font-semibold underline underline-offset-2"
    >
      {label}
    </button>
  );
}

function StatusIcon({ status }: { status: ConnectionStatus }) {
  switch (status) {
    case 'offline':
      return <CloudOff aria-hidden className="size-4 shrink-0" />;
    case 'connecting':
    case 'catching-up':
    case 'waiting':
      return <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />;
    default:
      return <TriangleAlert aria-hidden className="size-4 shrink-0" />;
  }
}

/** A connection that is back at once was never gone, as far as a person is concerned. */
function usePatiently(status: ConnectionStatus): ConnectionStatus {
  const [shown, setShown] = useState<ConnectionStatus>('online');
  useEffect(() => {
    const isUrgent = status === 'online' || status === 'offline' || status === 'replaced';
    const timer = setTimeout(() => setShown(status), isUrgent ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return shown;
}
