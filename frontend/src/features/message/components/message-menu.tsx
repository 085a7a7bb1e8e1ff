import {
  CheckCheck,
  Copy,
  CornerUpLeft,
  Flag,
  Forward,
  Pencil,
  Pin,
  PinOff,
  Plus,
  Smile,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { emojiName, QUICK_EMOJI } from '../emoji';
import { hasReacted, hasText, isWhole, mayEdit } from '../message-facts';
import type { FoldedMessage } from '../message-fold';

export interface MenuChoices {
  reply: (message: FoldedMessage) => void;
  edit: (message: FoldedMessage) => void;
  copy: (message: FoldedMessage) => void;
  pin: (message: FoldedMessage) => void;
  remove: (message: FoldedMessage) => void;
  /** Tells moderators of whoever wrote it. */
  report: (message: FoldedMessage) => void;
  forward: (message: FoldedMessage) => void;
  react: (message: FoldedMessage, emoji: string) => void;
  pickEmoji: (message: FoldedMessage) => void;
  showReactions: (message: FoldedMessage) => void;
  /** Undefined where nobody asks, because there is one other. */
  showReceipts?: (message: FoldedMessage) => void;
}

interface MessageMenuProps extends MenuChoices {
  message: FoldedMessage;
  account: string;
  /** Whether this person can answer, react and change. */
  mayWrite: boolean;
  mayPin: boolean;
  at?: { x: number; y: number };
  onClose: () => void;
}

/** Everything that can be done with a message. */
export function MessageMenu(props: MessageMenuProps) {
  const { message, account, mayWrite, at, onClose, ...choices } = props;
  const { t } = useTranslation();
  return (
    <Menu label={t('messages.actions')} items={useItems(props)} at={at} onClose={onClose}>
      {mayWrite && isWhole(message) && (
        <div
          role="group"
          aria-label={t('reactions.add')}
          className="mb-1 flex items-center justify-between gap-0.5 border-b border-line px-1 pb-1.5"
        >
          {QUICK_EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={t('reactions.react', { emoji: emojiName(emoji) })}
              aria-pressed={hasReacted(message, emoji, account)}
              onClick={() => {
                onClose();
                choices.react(message, emoji);
              }}
              className={cx(
                'grid size-11 shrink-0 place-items-center rounded-full text-xl transition-transform duration-150 hover:scale-115',
                hasReacted(message, emoji, account) && 'bg-accent-soft',
              )}
            >
              {emoji}
            </button>
          ))}
          <IconButton
            label={t('reactions.pick')}
            icon={<Plus aria-hidden className="size-5" />}
            onClick={() => {
              onClose();
              choices.pickEmoji(message);
            }}
          />
        </div>
      )}
    </Menu>
  );
}

const ICON = 'size-5 shrink-0';

function useItems(props: MessageMenuProps): MenuItem[] {
  const { message, account, mayWrite, mayPin, ...choices } = props;
  const { t } = useTranslation();
  const { showReceipts } = choices;
  const items: (MenuItem | false)[] = [
    mayWrite &&
      isWhole(message) && {
        id: 'reply',
        label: t('messages.reply'),
        icon: <CornerUpLeft aria-hidden className={cx(ICON, 'rtl:-scale-x-100')} />,
        onSelect: () => choices.reply(message),
      },
    mayWrite &&
      mayEdit(message, account) && {
        id: 'edit',
        label: t('messages.edit'),
        icon: <Pencil aria-hidden className={ICON} />,
        onSelect: () => choices.edit(message),
      },
    hasText(message) && {
      id: 'copy',
      label: t('messages.copy'),
      icon: <Copy aria-hidden className={ICON} />,
      onSelect: () => choices.copy(message),
    },
    isWhole(message) && {
      id: 'forward',
      label: t('messages.forward'),
      icon: <Forward aria-hidden className={cx(ICON, 'rtl:-scale-x-100')} />,
      onSelect: () => choices.forward(message),
    },
    mayPin &&
      isWhole(message) && {
        id: 'pin',
        label: message.isPinned ? t('messages.unpin') : t('messages.pin'),
        icon: message.isPinned ? (
          <PinOff aria-hidden className={ICON} />
        ) : (
          <Pin aria-hidden className={ICON} />
        ),
        onSelect: () => choices.pin(message),
      },
    message.reactions.length > 0 && {
      id: 'reactions',
      label: t('messages.whoReacted'),
      icon: <Smile aria-hidden className={ICON} />,
      onSelect: () => choices.showReactions(message),
    },
    showReceipts !== undefined &&
      message.seq !== undefined &&
      message.by === account && {
        id: 'receipts',
        label: t('messages.whoRead'),
        icon: <CheckCheck aria-hidden className={ICON} />,
        onSelect: () => showReceipts(message),
      },
    message.seq !== undefined &&
      message.by !== '' &&
      message.by !== account &&
      isWhole(message) && {
        id: 'report',
        label: t('report.report'),
        icon: <Flag aria-hidden className={ICON} />,
        onSelect: () => choices.report(message),
      },
    message.seq !== undefined && {
      id: 'delete',
      label: t('messages.delete'),
      tone: 'danger',
      icon: <Trash2 aria-hidden className={ICON} />,
      onSelect: () => choices.remove(message),
    },
  ];
  return items.filter((item) => item !== false);
}
