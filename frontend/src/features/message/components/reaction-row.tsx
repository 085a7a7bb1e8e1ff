import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import { Dialog } from '@/components/ui/dialog';
import { emojiName } from '../emoji';
import { useMessageActions } from '../message-actions';
import { hasReacted } from '../message-facts';
import type { FoldedMessage } from '../message-fold';

/** So many kinds are shown below a message; all of them are in the list of who reacted. */
const SHOWN = 12;
/** So many people are named on hover. */
const NAMED = 20;

/** The reactions below a message: touch one to join in, or to take one's own back. */
export function ReactionRow({ message }: { message: FoldedMessage }) {
  const { t, i18n } = useTranslation();
  const { account, mayWrite, nameOf, react, openReactions } = useMessageActions();
  if (message.reactions.length === 0) {
    return null;
  }
  const hidden = message.reactions.length - SHOWN;
  const list = new Intl.ListFormat(i18n.language);
  return (
    <div role="group" aria-label={t('reactions.title')} className="mt-1 flex flex-wrap gap-1">
      {message.reactions.slice(0, SHOWN).map(({ emoji, by }) => {
        const isMine = by.includes(account);
        const people = list.format(by.slice(0, NAMED).map(nameOf));
        return (
          <button
            key={emoji}
            type="button"
            data-reaction={emoji}
            aria-pressed={isMine}
            aria-label={t('reactions.chip', { count: by.length, emoji: emojiName(emoji), people })}
            title={people}
            onClick={() => (mayWrite ? react(message, emoji) : openReactions(message))}
            className={cx(
              'relative inline-flex h-7 items-center gap-1 rounded-full border px-2 text-sm',
              'before:absolute before:inset-x-0 before:-inset-y-2',
              isMine
                ? 'border-accent bg-accent-soft font-semibold text-accent-text'
                : 'border-line bg-panel text-muted hover:bg-hover',
            )}
          >
            <span aria-hidden>{emoji}</span>
            <span className="tabular-nums">{by.length}</span>
          </button>
        );
      })}
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => openReactions(message)}
          className="h-7 rounded-full border border-line bg-panel px-2 text-sm text-muted hover:bg-hover"
        >
          {t('reactions.more', { count: hidden })}
        </button>
      )}
    </div>
  );
}

interface ReactionListProps {
  message: FoldedMessage | undefined;
  onClose: () => void;
}

/** Who reacted with what. */
export function ReactionList({ message, onClose }: ReactionListProps) {
  const { t } = useTranslation();
  const { account, mayWrite, nameOf, react } = useMessageActions();
  return (
    <Dialog isOpen={message !== undefined} onClose={onClose} title={t('reactions.title')}>
      <ul className="max-h-96 space-y-1 overflow-y-auto">
        {message?.reactions.map(({ emoji, by }) => (
          <li key={emoji} className="flex items-start gap-3 rounded-xl px-1 py-1.5">
            <span className="text-xl" role="img" aria-label={emojiName(emoji)}>
              {emoji}
            </span>
            <span className="min-w-0 flex-1 pt-0.5 wrap-anywhere">{by.map(nameOf).join(', ')}</span>
            {mayWrite && (
              <button
                type="button"
                onClick={() => {
                  onClose();
                  react(message, emoji);
                }}
                className="min-h-11 shrink-0 rounded-lg px-2 text-sm font-semibold text-accent-text hover:bg-hover"
              >
                {hasReacted(message, emoji, account) ? t('reactions.remove') : t('reactions.join')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
