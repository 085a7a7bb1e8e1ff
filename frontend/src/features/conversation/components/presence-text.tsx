import { useTranslation } from 'react-i18next';
import { ago } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { useLastSeen, usePresence } from '../hooks/use-presence';

interface PresenceTextProps {
  conversation: string;
  person: string;
}

/** `online`, `away` or `last seen 5 minutes ago`; nothing where nothing may be told. */
export function PresenceText({ conversation, person }: PresenceTextProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const state = usePresence(person);
  const lastSeen = useLastSeen(conversation, person);
  if (state !== undefined) {
    return (
      <span className="max-w-3/4 shrink-0 truncate font-medium text-ink">
        {t(`presence.${state}`)}
      </span>
    );
  }
  if (lastSeen === undefined) {
    return null;
  }
  return (
    <time dateTime={lastSeen} className="max-w-3/4 shrink-0 truncate">
      {t('presence.lastSeen', { when: ago(new Date(lastSeen), now, i18n.language) })}
    </time>
  );
}
