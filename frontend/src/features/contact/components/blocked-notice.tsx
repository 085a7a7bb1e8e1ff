import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { useBlock } from '../hooks/use-contact-commands';

/** Stands in the place of the composer when this person blocks the other. */
export function BlockedNotice({ person }: { person: Person }) {
  const { t } = useTranslation();
  const blocking = useBlock(person);
  return (
    <div
      data-closed="blocked"
      className="flex min-h-16 flex-wrap items-center justify-center gap-x-3 gap-y-1 border-t border-line bg-panel px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <p role="status" className="flex items-center gap-2.5 text-pretty text-muted">
        <Ban aria-hidden className="size-4.5 shrink-0" />
        {t('blocks.here', { name: person.username })}
      </p>
      <Button look="secondary" isBusy={blocking.isPending} onClick={() => blocking.mutate(false)}>
        {t('blocks.unblock')}
      </Button>
    </div>
  );
}
