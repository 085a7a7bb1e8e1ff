import { Bell, BellOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { exactTime } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { isMuted, notificationsOf } from '@/lib/notification/conversation-notifications';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useConversationSettings } from '../hooks/use-conversation-settings';

const HOUR_MS = 3_600_000;
const SPANS = [
  { name: 'hour', ms: HOUR_MS },
  { name: 'hours', ms: 8 * HOUR_MS },
  { name: 'week', ms: 7 * 24 * HOUR_MS },
] as const;
/** The last time a date in JSON can say. */
const ALWAYS = '9999-12-31T23:59:59.999Z';
/** A time that has passed ends the silence. */
const NOW = '1970-01-01T00:00:00.000Z';

/**
 * The bell in the head of a conversation, with what it opens. Who has left hears nothing and has
 * none.
 */
export function ConversationNotificationsButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const muted = isMuted(conversation, useNow());
  if (conversation.leftSeq !== undefined) {
    return undefined;
  }
  return (
    <>
      <IconButton
        label={t(muted ? 'notifications.openMuted' : 'notifications.open')}
        icon={
          muted ? (
            <BellOff aria-hidden className="size-5" />
          ) : (
            <Bell aria-hidden className="size-5" />
          )
        }
        onClick={() => setOpen(true)}
      />
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('notifications.conversationTitle')}
      >
        <Settings conversation={conversation} muted={muted} />
        <div className="mt-6 flex justify-end">
          <Button onClick={() => setOpen(false)}>{t('app.close')}</Button>
        </div>
      </Dialog>
    </>
  );
}

function Settings({ conversation, muted }: { conversation: Conversation; muted: boolean }) {
  const { t, i18n } = useTranslation();
  const changing = useConversationSettings(conversation.id);
  const { notifications, mutedUntil } = notificationsOf(conversation);
  const mute = (until: string) => changing.mutate({ mutedUntil: until });
  return (
    <div className="space-y-5">
      <Choice
        label={t('notifications.level')}
        value={notifications}
        options={[
          { value: 'all', label: t('notifications.all') },
          { value: 'mentions', label: t('notifications.mentions') },
          { value: 'none', label: t('notifications.none') },
        ]}
        onChange={(wanted) => changing.mutate({ notifications: wanted })}
      />
      {muted ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="text-sm text-muted">
            {mutedUntil === undefined || mutedUntil === ALWAYS
              ? t('notifications.mutedAlways')
              : t('notifications.mutedUntil', {
                  when: exactTime(new Date(mutedUntil), i18n.language),
                })}
          </p>
          <Button look="secondary" onClick={() => mute(NOW)}>
            {t('notifications.unmute')}
          </Button>
        </div>
      ) : (
        <div>
          <p className="mb-2 text-sm font-semibold">{t('notifications.mute')}</p>
          <div className="flex flex-wrap gap-2">
            {SPANS.map(({ name, ms }) => (
              <Button
                key={name}
                look="secondary"
                onClick={() => mute(new Date(Date.now() + ms).toISOString())}
              >
                {t(`notifications.span.${name}`)}
              </Button>
            ))}
            <Button look="secondary" onClick={() => mute(ALWAYS)}>
              {t('notifications.span.always')}
            </Button>
          </div>
        </div>
      )}
      {changing.isError && <ProblemNotice error={changing.error} />}
    </div>
  );
}
