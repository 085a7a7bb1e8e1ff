import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { GroupProblem } from './group-problem';

interface ConfirmDialogProps {
  title: string;
  /** What the button that does it is called. */
  submit: string;
  /** What it means. */
  children: ReactNode;
  action: () => Promise<void>;
  onDone?: () => void;
  onClose: () => void;
}

/** Asks before something is done to a group that others feel, and says when it failed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, submit, children, action, onDone, onClose } = props;
  const { t } = useTranslation();
  const doing = useMutation({
    mutationFn: action,
    onSuccess: () => {
      onClose();
      onDone?.();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <div className="space-y-4">
        <p className="text-pretty wrap-anywhere text-muted">{children}</p>
        {doing.isError && <GroupProblem error={doing.error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" isBusy={doing.isPending} onClick={() => doing.mutate()}>
          {submit}
        </Button>
      </div>
    </Dialog>
  );
}
