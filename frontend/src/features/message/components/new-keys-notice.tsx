import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import type { KeyConcernCause } from '@/workers/crypto/model';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTrust } from '../../trust/hooks/use-trust';
import { useNames } from '../hooks/use-names';

/** The gravest first. */
const CAUSES: readonly KeyConcernCause[] = ['account-key', 'device-key', 'unconfirmed'];

/**
 * Nothing is encrypted with keys that have changed until a person says so. What the key of an account
 * confirms needs no word; it is told in a quiet line.
 */
export function NewKeysNotice({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation();
  const replica = useReplica();
  const nameOf = useNames(conversation);
  const concerns = useReplicaState((state) => state.changedKeys.get(conversation.id)) ?? [];
  const confirmed = useReplicaState((state) => state.confirmedDevices.get(conversation.id)) ?? [];
  const why = CAUSES.find((cause) => concerns.some((each) => each.why === cause));
  const people = concerns.filter((each) => each.why === why).map(({ account }) => account);
  const { data } = useTrust(people);
  const namesOf = (accounts: readonly string[]) =>
    new Intl.ListFormat(i18n.language).format(
      accounts.map((person) => nameOf(person) ?? t('chats.deleted')),
    );
  if (why === undefined) {
    return confirmed.length === 0 ? null : (
      <p
        role="status"
        className="flex flex-wrap items-center justify-center gap-x-2 border-b border-line px-4 py-1 text-center text-sm text-muted"
      >
        {t('conversation.newKeys.confirmed', {
          count: confirmed.length,
          names: namesOf(confirmed),
        })}
        <Button look="quiet" onClick={() => replica.devicesConfirmed(conversation.id, [])}>
          {t('conversation.newKeys.seen')}
        </Button>
      </p>
    );
  }
  const wasVerified = data?.some(({ standing }) => standing === 'changed') === true;
  const names = namesOf(people);
  return (
    <div className="p-3">
      <Notice
        tone={wasVerified ? 'danger' : 'caution'}
        title={t(`conversation.newKeys.${why}.title`, { count: people.length, names })}
        action={
          <Button look="secondary" onClick={() => replica.acceptKeys(conversation.id)}>
            {t(`conversation.newKeys.${why}.accept`)}
          </Button>
        }
      >
        {wasVerified && (
          <p className="mb-1 font-semibold">
            {t('conversation.newKeys.wasVerified', { count: people.length, names })}
          </p>
        )}
        {t(`conversation.newKeys.${why}.detail`)}
      </Notice>
    </div>
  );
}
