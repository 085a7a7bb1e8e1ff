import { MessagesSquare, Settings, SunMoon, UsersRound } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { chooseTheme, isDark } from '@/lib/theme/theme';
import { cx } from '@/components/cx';
import { Dialog } from '@/components/ui/dialog';
import { ConversationAvatar } from '../../features/conversation/components/conversation-avatar';
import { useConversationItems } from '../../features/conversation/hooks/use-conversation-items';

interface JumpPaletteProps {
  isOpen: boolean;
  onClose: () => void;
}

interface Target {
  id: string;
  label: string;
  icon: ReactNode;
  go: () => void;
}

const SHOWN = 8;

/** Type a few letters and be there: a chat, or something to do. */
export function JumpPalette({ isOpen, onClose }: JumpPaletteProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('palette.title')}
      isTitleHidden
      className="mt-[12vh] max-w-lg overflow-hidden"
    >
      <Palette onClose={onClose} />
    </Dialog>
  );
}

function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const targets = useTargets(text.trim().toLowerCase());
  const current = targets[Math.min(chosen, targets.length - 1)];

  const go = (target: Target | undefined) => {
    if (target !== undefined) {
      onClose();
      target.go();
    }
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && targets.length > 0) {
      event.preventDefault();
      setChosen((Math.min(chosen, targets.length - 1) + step + targets.length) % targets.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(current);
    }
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        autoComplete="off"
        // The palette was opened to type into it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={keyDown}
        className="h-14 w-full border-b border-line bg-transparent px-5 text-lg outline-none placeholder:text-faint"
      />
      <ul id={listId} role="listbox" aria-label={t('palette.title')} className="p-2">
        {targets.map((target) => (
          // The keyboard chooses from the field above, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={target.id}
            id={`${listId}-${target.id}`}
            role="option"
            aria-selected={target === current}
            onClick={() => go(target)}
            className={cx(
              'flex min-h-12 cursor-pointer items-center gap-3 rounded-xl px-3 font-medium',
              target === current ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            {target.icon}
            {target.label}
          </li>
        ))}
      </ul>
      {targets.length === 0 && (
        <p role="status" className="px-5 pt-1 pb-5 text-muted">
          {t('palette.none')}
        </p>
      )}
    </>
  );
}

function useTargets(wanted: string): Target[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const chats = useConversationItems().map(({ conversation, partner }): Target => ({
    id: conversation.id,
    label: partner.username,
    icon: (
      <ConversationAvatar conversation={conversation.id} partner={partner} className="size-8" />
    ),
    go: () => void navigate(`/chats/${conversation.id}`),
  }));
  const actions: Target[] = [
    {
      id: 'people',
      label: t('palette.findPeople'),
      icon: <UsersRound aria-hidden className="mx-1.5 size-5 text-muted" />,
      go: () => void navigate('/people'),
    },
    {
      id: 'group',
      label: t('palette.newGroup'),
      icon: <MessagesSquare aria-hidden className="mx-1.5 size-5 text-muted" />,
      go: () => void navigate('/groups/new'),
    },
    {
      id: 'settings',
      label: t('palette.openSettings'),
      icon: <Settings aria-hidden className="mx-1.5 size-5 text-muted" />,
      go: () => void navigate('/settings'),
    },
    {
      id: 'theme',
      label: t('palette.toggleTheme'),
      icon: <SunMoon aria-hidden className="mx-1.5 size-5 text-muted" />,
      go: () => chooseTheme(isDark() ? 'light' : 'dark'),
    },
  ];
  const matches = ({ label }: Target) => label.toLowerCase().includes(wanted);
  return [...chats.filter(matches).slice(0, SHOWN), ...actions.filter(matches)];
}
