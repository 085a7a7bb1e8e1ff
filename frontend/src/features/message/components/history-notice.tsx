import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { conversationStream } from '@/lib/socket/streams';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Notice } from '@/components/ui/notice';
import { useNames } from '../hooks/use-names';

/** The history of a conversation is not what the server first said, or not what it told others. */
export function HistoryNotice({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const nameOf = useNames(conversation);
  const row = useReplicaState(
    (state) => state.streams.get(conversationStream(conversation.id))?.row,
  );
  const { brokenAt, contradicted } = row ?? {};
  const name = nameOf(contradicted?.by ?? '') ?? t('chats.deleted');
  return (
    <>
      {brokenAt !== undefined && (
        <div className="p-3">
          <Notice tone="danger" title={t('conversation.broken')}>
            {t('conversation.brokenDetail', { seq: brokenAt })}
          </Notice>
        </div>
      )}
      {contradicted !== undefined && (
        <div className="p-3">
          <Notice tone="danger" title={t('conversation.contradicted', { name })}>
            {t('conversation.contradictedDetail', { name, seq: contradicted.seq })}
          </Notice>
        </div>
      )}
    </>
  );
}
