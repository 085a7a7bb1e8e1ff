import { Ban } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { BlockDialog } from './block-dialog';

/** Blocks somebody, after asking. Nothing is drawn for oneself. */
export function BlockButton({ person, onDone }: { person: Person; onDone?: () => void }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const [isAsked, setAsked] = useState(false);
  if (person.id === account.id) {
    return null;
  }
  return (
    <>
      <Button
        look="quiet"
        className="text-danger"
        aria-label={t('blocks.blockName', { name: person.username })}
        onClick={() => setAsked(true)}
      >
        <Ban aria-hidden className="size-4.5" />
        {t('blocks.block')}
      </Button>
      {isAsked && (
        <BlockDialog
          person={person}
          onClose={() => setAsked(false)}
          {...(onDone === undefined ? {} : { onDone })}
        />
      )}
    </>
  );
}
