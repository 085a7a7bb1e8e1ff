import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime, localInput } from '@/lib/format/time';
import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import { readBody, writeBody, type TextContent } from '@/lib/message/message-body';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast-store';
import { useScheduling, type Scheduling } from '../hooks/use-scheduling';
import { plainText } from '../markdown';

const HOUR_MS = 3_600_000;
const LONGEST = 200;

interface ScheduleDialogProps {
  isOpen: boolean;
  conversation: string;
  /** What shall be sent; undefined when nothing is typed. */
  content: TextContent | undefined;
  expiresIn: number | undefined;
  /** It waits now at the server. */
  onScheduled: () => void;
  onClose: () => void;
}

/** Sends what is typed at a chosen time, and shows what waits already. */
export function ScheduleDialog(props: ScheduleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t('schedule.title')}>
      <Later {...props} />
    </Dialog>
  );
}

/** Apart from the dialog, so that nothing is asked for while it is closed. */
function Later(props: ScheduleDialogProps) {
  const scheduling = useScheduling(props.conversation);
  return (
    <>
      {props.content !== undefined && (
        <Chooser {...props} content={props.content} scheduling={scheduling} />
      )}
      <Waiting scheduling={scheduling} />
    </>
  );
}

type ChooserProps = ScheduleDialogProps & { content: TextContent; scheduling: Scheduling };

function Chooser({ content, expiresIn, scheduling, onScheduled, onClose }: ChooserProps) {
  const { t, i18n } = useTranslation();
  const [opened] = useState(() => Date.now());
  const [time, setTime] = useState(() => localInput(new Date(opened + HOUR_MS)));
  // One key for all attempts of this dialog: a repeat is the same message.
  const [cid] = useState(() => uuidV7(browserIds));
  const [body] = useState(() => writeBody(content, browserIds));
  const sendAt = new Date(time);
  const isValid = !Number.isNaN(sendAt.getTime()) && sendAt.getTime() > opened;
  const schedule = useMutation({
    mutationFn: () =>
      scheduling.schedule({ cid, body, mentions: content.mentions, sendAt, expiresIn }),
    onSuccess: () => {
      toast(t('schedule.done', { time: exactTime(sendAt, i18n.language) }));
      onScheduled();
      onClose();
    },
  });
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) {
          schedule.mutate();
        }
      }}
    >
      <p dir="auto" className="line-clamp-2 text-muted">
        {plainText(content.text.slice(0, LONGEST))}
      </p>
      <label className="block text-sm font-semibold">
        {t('schedule.when')}
        <input
          type="datetime-local"
          required
          min={localInput(new Date(opened))}
          value={time}
          onChange={(event) => setTime(event.target.value)}
          className="mt-1 block min-h-11 w-full rounded-xl border border-line-strong bg-surface px-3 text-base font-normal"
        />
      </label>
      {schedule.isError && (
        <Notice tone="danger" title={t('schedule.failed')}>
          {t('schedule.failedDetail')}
        </Notice>
      )}
      {scheduling.isHere && <p className="text-sm text-muted">{t('schedule.here')}</p>}
      <Button type="submit" isWide disabled={!isValid} isBusy={schedule.isPending}>
        {t('schedule.submit')}
      </Button>
    </form>
  );
}

function Waiting({ scheduling }: { scheduling: Scheduling }) {
  const { t, i18n } = useTranslation();
  const { waiting, hasFailed } = scheduling;
  const cancel = useMutation({
    mutationFn: scheduling.cancel,
    onError: () => toast(t('schedule.cancelFailed'), 'failed'),
  });
  return (
    <section aria-label={t('schedule.waiting')} className="mt-5">
      <h3 className="mb-1 text-sm font-semibold text-muted">{t('schedule.waiting')}</h3>
      {hasFailed ? (
        <p className="text-sm text-danger">{t('schedule.listFailed')}</p>
      ) : waiting === undefined ? (
        <div role="status" aria-label={t('app.loading')} className="py-2">
          <Spinner />
        </div>
      ) : waiting.length === 0 ? (
        <p className="text-sm text-muted">{t('schedule.none')}</p>
      ) : (
        <ul className="max-h-56 overflow-y-auto">
          {waiting.map((item) => {
            const content = readBody(item.body);
            return (
              <li key={item.id} className="flex items-center gap-2 border-b border-line py-1">
                <span className="min-w-0 flex-1">
                  <span dir="auto" className="block truncate">
                    {content.type === 'text' ? plainText(content.text.slice(0, LONGEST)) : '…'}
                  </span>
                  <time dateTime={item.sendAt} className="text-sm text-muted">
                    {exactTime(new Date(item.sendAt), i18n.language)}
                  </time>
                </span>
                <IconButton
                  label={t('schedule.cancel')}
                  icon={<Trash2 aria-hidden className="size-5" />}
                  disabled={cancel.isPending}
                  onClick={() => cancel.mutate(item.id)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
