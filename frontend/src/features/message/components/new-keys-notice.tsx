import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useNames } from '../hooks/use-names';

/** Nothing is encrypted or read with keys that have changed until a person says so. */
export function NewKeysNotice({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const replica = useReplica();
  const nameOf = useNames(conversation);
  const people = useReplicaState((state) => state.changedKeys.get(conversation.id));
  if (people === undefined || people.length === 0) {
    return null;
  }
  const names = people.map((person) => nameOf(person) ?? t('chats.deleted'));
  return (
    <div className="p-3">
      <Notice
        tone="caution"
        title={t('conversation.newKeys.title', {
          count: people.length,
          names: new Intl.ListFormat(i18n.language).format(names),
        })}
        action={
          <Button look="secondary" onClick={() => replica.acceptKeys(conversation.id)}>
            {t('conversation.newKeys.accept')}
          </Button>
        }
      >
        {t('conversation.newKeys.detail')}
      </Notice>
    </div>
  );
}
