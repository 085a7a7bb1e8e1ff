import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button';
import { useMessageActions } from '../message-actions';
import { snippetOf } from '../message-facts';
import type { FoldedMessage } from '../message-fold';

interface PinBarProps {
  /** The last one to be pinned first. */
  pinned: readonly FoldedMessage[];
  onUnpin: (message: FoldedMessage) => void;
}

/** What is pinned, one at a time; every touch leads to the next one. */
export function PinBar({ pinned, onUnpin }: PinBarProps) {
  const { t } = useTranslation();
  const { jumpTo, mayPin, nameOf } = useMessageActions();
  const [at, setAt] = useState(0);
  const index = at < pinned.length ? at : 0;
  const message = pinned[index];
  if (message === undefined) {
    return null;
  }
  return (
    <div
      role="group"
      aria-label={t('messages.pinnedTitle')}
      className="flex items-center gap-1 border-b border-line bg-panel ps-3 pe-2 md:ps-5"
    >
      <button
        type="button"
        onClick={() => {
          if (message.seq !== undefined) {
            jumpTo(message.seq);
          }
          setAt((index + 1) % pinned.length);
        }}
        className="flex min-h-13 min-w-0 flex-1 items-center gap-3 rounded-lg px-2 text-start hover:bg-hover"
      >
        <Pin aria-hidden className="size-4.5 shrink-0 text-accent-text" />
        <span className="min-w-0 flex-1 text-sm">
          <span className="block truncate font-semibold text-accent-text">
            {pinned.length === 1
              ? t('messages.pinnedBy', { name: nameOf(message.by) })
              : t('messages.pinnedOf', { index: index + 1, count: pinned.length })}
          </span>
          <span dir="auto" className="block truncate text-muted">
            {snippetOf(message, t)}
          </span>
        </span>
      </button>
      {mayPin && (
        <IconButton
          label={t('messages.unpin')}
          icon={<PinOff aria-hidden className="size-5" />}
          onClick={() => onUnpin(message)}
        />
      )}
    </div>
  );
}
