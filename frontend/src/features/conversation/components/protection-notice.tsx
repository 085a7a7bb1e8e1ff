import { LockKeyhole, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type Kind = Conversation['kind'];

interface ProtectionNoticeProps {
  kind: Kind;
  onOpen: () => void;
}

/** How a conversation is protected, in a few words that open a few more. */
export function ProtectionNotice({ kind, onOpen }: ProtectionNoticeProps) {
  const { t } = useTranslation();
  const Icon = kind === 'e2ee' ? ShieldCheck : LockKeyhole;
  return (
    <button
      type="button"
      onClick={onOpen}
      title={t('conversation.details')}
      className="-mx-1 inline-flex min-h-6 max-w-[calc(100%+0.5rem)] items-center gap-1 rounded-md px-1 text-xs text-muted hover:bg-hover hover:text-ink"
    >
      <Icon aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{t(`conversation.protection.${kind}.name`)}</span>
    </button>
  );
}

interface ProtectionDialogProps {
  kind: Kind;
  isOpen: boolean;
  onClose: () => void;
}

/** The few more. It stands apart from the notice, which makes room for who is typing. */
export function ProtectionDialog({ kind, isOpen, onClose }: ProtectionDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('conversation.protection.title')}>
      <div className="space-y-3 text-base text-muted">
        <p>{t(`conversation.protection.${kind}.what`)}</p>
        <p className="font-medium text-ink">{t(`conversation.protection.${kind}.limits`)}</p>
        <p>{t('conversation.protection.order')}</p>
      </div>
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>{t('app.close')}</Button>
      </div>
    </Dialog>
  );
}
