import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useBlock } from '../hooks/use-contact-commands';

interface BlockDialogProps {
  person: Person;
  onDone?: () => void;
  onClose: () => void;
}

/** Says what it means to block somebody, and asks whether it is meant. */
export function BlockDialog({ person, onDone, onClose }: BlockDialogProps) {
  const { t } = useTranslation();
  const blocking = useBlock(person, () => {
    onClose();
    onDone?.();
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('blocks.title', { name: person.username })}>
      <p className="text-pretty text-muted">{t('blocks.lead')}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" isBusy={blocking.isPending} onClick={() => blocking.mutate(true)}>
          {t('blocks.block')}
        </Button>
      </div>
    </Dialog>
  );
}
