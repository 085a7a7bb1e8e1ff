import { CornerUpLeft, Pencil, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button';
import { useMessageActions } from '../message-actions';
import { snippetOf } from '../message-facts';
import type { FoldedMessage } from '../message-fold';

interface ComposerBannerProps {
  isEditing: boolean;
  /** Absent while it is not here. */
  subject: FoldedMessage | undefined;
  onCancel: () => void;
}

/** Says above the composer what is being answered or changed. */
export function ComposerBanner({ isEditing, subject, onCancel }: ComposerBannerProps) {
  const { t } = useTranslation();
  const { nameOf } = useMessageActions();
  const Icon = isEditing ? Pencil : CornerUpLeft;
  const title = isEditing
    ? t('composer.editing')
    : t('composer.replying', { name: subject === undefined ? '…' : nameOf(subject.by) });
  return (
    <div className="mb-2 flex animate-rise items-center gap-3 ps-2">
      <Icon aria-hidden className="size-5 shrink-0 text-accent-text rtl:-scale-x-100" />
      <div role="status" className="min-w-0 flex-1 border-s-3 border-accent ps-2.5 text-sm">
        <p className="truncate font-semibold text-accent-text">{title}</p>
        <p dir="auto" className="truncate text-muted">
          {(subject && snippetOf(subject, t)) ?? t('messages.earlier')}
        </p>
      </div>
      <IconButton
        label={isEditing ? t('composer.cancelEdit') : t('composer.cancelReply')}
        icon={<X aria-hidden className="size-5" />}
        onClick={onCancel}
      />
    </div>
  );
}
