import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SearchField } from '@/components/ui/search-field';
import { ConversationAvatar } from '../../conversation/components/conversation-avatar';
import { rightsIn } from '../../conversation/group-rights';
import { useConversationItems } from '../../conversation/hooks/use-conversation-items';

interface ForwardDialogProps {
  isOpen: boolean;
  onForward: (conversations: readonly string[]) => void;
  onClose: () => void;
}

/** Passes a message on to one conversation or to several. */
export function ForwardDialog({ isOpen, onForward, onClose }: ForwardDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('forward.title')}>
      <Targets
        onForward={(conversations) => {
          onClose();
          onForward(conversations);
        }}
      />
    </Dialog>
  );
}

function Targets({ onForward }: Pick<ForwardDialogProps, 'onForward'>) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const wanted = filter.trim().toLowerCase();
  const items = useConversationItems().filter(
    ({ conversation, partner }) =>
      rightsIn(conversation).write && partner.username.toLowerCase().includes(wanted),
  );
  return (
    <>
      <SearchField
        label={t('chats.filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ul aria-label={t('chats.list')} className="my-3 h-64 overflow-y-auto">
        {items.map(({ conversation: { id }, partner }) => (
          <li key={id}>
            <label className="flex min-h-13 items-center gap-3 rounded-xl px-2 hover:bg-hover has-focus-visible:outline-2">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                  )
                }
                className="size-5 accent-(--accent)"
              />
              <ConversationAvatar conversation={id} partner={partner} className="size-9" />
              <span className="truncate font-medium">{partner.username}</span>
            </label>
          </li>
        ))}
      </ul>
      <Button isWide disabled={chosen.length === 0} onClick={() => onForward(chosen)}>
        {chosen.length < 2 ? t('forward.send') : t('forward.sendTo', { count: chosen.length })}
      </Button>
    </>
  );
}
