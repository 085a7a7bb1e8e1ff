import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, Report } from '@/lib/api/types';
import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { reportPerson } from '../api/report-person';
import { useBlock } from '../hooks/use-contact-commands';

const REASONS: readonly Report['reason'][] = ['spam', 'abuse', 'impersonation', 'other'];
const WORDS_LENGTH = 1_000;

/** What may be shown to moderators. */
export type Evidence =
  | { type: 'note'; text: string }
  | { type: 'message'; text: string; conversation: string; seqs: readonly number[] };

interface ReportDialogProps {
  person: Person;
  evidence?: Evidence;
  onClose: () => void;
}

/** Tells moderators of somebody, with what the person chooses to show them. */
export function ReportDialog({ person, evidence, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const [id] = useState(() => uuidV7(browserIds));
  const [reason, setReason] = useState<Report['reason']>('spam');
  const [words, setWords] = useState('');
  const [isShown, setShown] = useState(true);
  const [isBlocked, setBlocked] = useState(true);
  const blocking = useBlock(person);
  const replica = useReplica();
  const isSealed = useReplicaState(
    ({ conversations }) =>
      evidence?.type === 'message' && conversations.get(evidence.conversation)?.kind === 'sealed',
  );
  const telling = useMutation({
    mutationFn: async () =>
      reportPerson(person.id, id, {
        reason,
        ...(words.trim() === '' ? {} : { words: words.trim() }),
        ...(evidence === undefined || !isShown ? {} : await evidenceIn(evidence)),
      }),
    onSuccess: () => {
      toast(t('report.done'));
      if (isBlocked) {
        blocking.mutate(true);
      }
      onClose();
    },
  });

  /** Only who has read what is encrypted end to end can say what it says. */
  async function evidenceIn(shown: Evidence): Promise<Partial<Report>> {
    if (shown.type === 'note') {
      return { withNote: true };
    }
    const { conversation, seqs } = shown;
    if (isSealed) {
      return { conversation, seqs: [...seqs] };
    }
    const revealed = await replica.bodies(conversation, seqs);
    return { conversation, seqs: revealed.map(({ seq }) => seq), revealed };
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('report.title', { name: person.username })}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">{t('report.lead', { name: person.username })}</p>
        <SelectField
          label={t('report.reason')}
          value={reason}
          onChange={(event) =>
            setReason(REASONS.find((each) => each === event.target.value) ?? 'other')
          }
        >
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {t(`report.reasons.${each}`)}
            </option>
          ))}
        </SelectField>
        <TextArea
          label={t('report.words')}
          value={words}
          maxLength={WORDS_LENGTH}
          onChange={(event) => setWords(event.target.value)}
        />
        {evidence !== undefined && (
          <>
            <Check label={t(`report.${evidence.type}`)} isOn={isShown} onChange={setShown} />
            <blockquote
              dir="auto"
              className="max-h-32 overflow-y-auto rounded-xl bg-canvas px-3.5 py-2.5 text-sm wrap-anywhere whitespace-pre-line"
            >
              {evidence.text}
            </blockquote>
            {evidence.type === 'message' && !isSealed && (
              <p className="text-sm text-pretty text-muted">
                {t('report.proof', { name: person.username })}
              </p>
            )}
          </>
        )}
        <Check
          label={t('report.block', { name: person.username })}
          isOn={isBlocked}
          onChange={setBlocked}
        />
        {telling.isError && <ProblemNotice error={telling.error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" isBusy={telling.isPending} onClick={() => telling.mutate()}>
          {t('report.send')}
        </Button>
      </div>
    </Dialog>
  );
}

interface CheckProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 font-semibold">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
