import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { ProblemNotice } from './problem-notice';

interface RemoveCredentialDialogProps {
  title: string;
  detail: string;
  action: string;
  removal: { isPending: boolean; isError: boolean; error: unknown };
  /** Takes the credential away, then calls what it is given. */
  onConfirm: (then: () => void) => void;
  onClose: () => void;
}

/** Asks before a way to sign in is taken away. */
export function RemoveCredentialDialog({
  title,
  detail,
  action,
  removal,
  onConfirm,
  onClose,
}: RemoveCredentialDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">{detail}</p>
        {removal.isError &&
          (isLast(removal.error) ? (
            <Notice tone="caution" title={t('credentials.last')}>
              {t('credentials.lastDetail')}
            </Notice>
          ) : (
            <ProblemNotice error={removal.error} />
          ))}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" isBusy={removal.isPending} onClick={() => onConfirm(onClose)}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}

function isLast(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'last-credential';
}
