import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { hideMessages } from '../api/hide-messages';
import type { FoldedMessage } from '../message-fold';

interface DeleteDialogProps {
  conversation: string;
  message: FoldedMessage | undefined;
  mayDeleteForAll: boolean;
  onDeleteForAll: (message: FoldedMessage) => void;
  onClose: () => void;
}

/** Deletes a message for oneself or for everybody. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen={props.message !== undefined}
      onClose={props.onClose}
      title={t('messages.deleteTitle')}
    >
      {props.message !== undefined && <Choices {...props} message={props.message} />}
    </Dialog>
  );
}

function Choices({
  conversation,
  message,
  mayDeleteForAll,
  onDeleteForAll,
  onClose,
}: DeleteDialogProps & { message: FoldedMessage }) {
  const { t } = useTranslation();
  const hide = useMutation({
    mutationFn: (seq: number) => hideMessages(conversation, [seq]),
    onSuccess: onClose,
  });
  return (
    <div className="space-y-2">
      <p className="pb-2 text-muted">{t('messages.deleteDetail')}</p>
      {hide.isError && <Notice tone="danger" title={t('messages.deleteFailed')} />}
      {mayDeleteForAll && (
        <Button
          isWide
          look="danger"
          onClick={() => {
            onClose();
            onDeleteForAll(message);
          }}
        >
          {t('messages.deleteForAll')}
        </Button>
      )}
      <Button
        isWide
        look="secondary"
        isBusy={hide.isPending}
        onClick={() => message.seq !== undefined && hide.mutate(message.seq)}
      >
        {t('messages.deleteForMe')}
      </Button>
      <Button isWide look="quiet" onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}
