import { LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** How a sealed conversation is protected, in one sentence that opens a few more. */
export function SealedNotice({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onOpen}
      title={t('conversation.details')}
      className="-mx-1 inline-flex min-h-6 max-w-[calc(100%+0.5rem)] items-center gap-1 rounded-md px-1 text-xs text-muted hover:bg-hover hover:text-ink"
    >
      <LockKeyhole aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{t('conversation.sealed')}</span>
    </button>
  );
}

/** The few more. It stands apart from the notice, which makes room for who is typing. */
export function SealedDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('conversation.sealedTitle')}>
      <div className="space-y-3 text-base text-muted">
        <p>{t('conversation.sealedWhat')}</p>
        <p className="font-medium text-ink">{t('conversation.sealedHonest')}</p>
        <p>{t('conversation.sealedOrder')}</p>
      </div>
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>{t('app.close')}</Button>
      </div>
    </Dialog>
  );
}
