import { Outlet, useMatch } from 'react-router';
import { ConversationList } from '../../features/conversation/components/conversation-list';
import { MessagePreview } from '../../features/message/components/message-preview';
import { Panes } from '../components/panes';

export function ChatsRoute() {
  const isOpen = useMatch('/chats/:conversation') !== null;
  return (
    <Panes
      phoneShows={isOpen ? 'content' : 'list'}
      list={
        <ConversationList
          preview={(conversation) => <MessagePreview conversation={conversation} />}
        />
      }
      content={<Outlet />}
    />
  );
}
