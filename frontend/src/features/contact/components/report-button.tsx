import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { ReportDialog } from './report-dialog';

/** Tells moderators of somebody. Nothing is drawn for oneself. */
export function ReportButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const [isOpen, setOpen] = useState(false);
  if (person.id === account.id) {
    return null;
  }
  return (
    <>
      <Button
        look="quiet"
        aria-label={t('report.name', { name: person.username })}
        onClick={() => setOpen(true)}
      >
        <Flag aria-hidden className="size-4.5" />
        {t('report.report')}
      </Button>
      {isOpen && <ReportDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}
