import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** How a sealed conversation is protected: in one sentence, and on request in a few more. */
export function SealedNotice() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        title={t('conversation.details')}
        className="-mx-1 inline-flex min-h-6 max-w-[calc(100%+0.5rem)] items-center gap-1 rounded-md px-1 text-xs text-muted hover:bg-hover hover:text-ink"
      >
        <LockKeyhole aria-hidden className="size-3 shrink-0" />
        <span className="truncate">{t('conversation.sealed')}</span>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('conversation.sealedTitle')}>
        <div className="space-y-3 text-base text-muted">
          <p>{t('conversation.sealedWhat')}</p>
          <p className="font-medium text-ink">{t('conversation.sealedHonest')}</p>
          <p>{t('conversation.sealedOrder')}</p>
        </div>
        <div className="mt-6 flex justify-end">
          <Button onClick={() => setOpen(false)}>{t('app.close')}</Button>
        </div>
      </Dialog>
    </>
  );
}
