import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';
import { ConversationList } from '../../features/conversation/components/conversation-list';
import { FoundMessages } from '../../features/message/components/found-messages';
import { MessagePreview } from '../../features/message/components/message-preview';
import { Panes } from '../components/panes';

export function ChatsRoute() {
  const { t } = useTranslation();
  const isOpen = useMatch('/chats/:conversation/*') !== null;
  return (
    <Panes
      listLabel={t('chats.title')}
      phoneShows={isOpen ? 'content' : 'list'}
      list={
        <ConversationList
          preview={(conversation) => <MessagePreview conversation={conversation} />}
          found={(query) => <FoundMessages query={query} />}
        />
      }
      content={<Outlet />}
    />
  );
}
