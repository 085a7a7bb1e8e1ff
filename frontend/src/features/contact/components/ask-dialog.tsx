import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useAsk } from '../hooks/use-contact-commands';

const NOTE_LENGTH = 300;

interface AskDialogProps {
  person: Person;
  /** The other had asked at the same time: this is the conversation. */
  onAgreed: () => void;
  onClose: () => void;
}

/** Asks somebody to talk, with a few words that say why. */
export function AskDialog({ person, onAgreed, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const asking = useAsk(person);
  const send = () =>
    asking.mutate(note.trim(), {
      onSuccess: ({ standing }) => {
        onClose();
        if (standing === 'contact') {
          onAgreed();
        }
      },
    });
  return (
    <Dialog isOpen onClose={onClose} title={t('contact.askTitle', { name: person.username })}>
      <p className="mb-4 text-pretty text-muted">{t('contact.askLead')}</p>
      <TextArea
        label={t('contact.note')}
        hint={t('contact.noteHint', { left: NOTE_LENGTH - note.length })}
        value={note}
        maxLength={NOTE_LENGTH}
        onChange={(event) => setNote(event.target.value)}
      />
      {asking.isError && (
        <div className="mt-4">
          <AskProblem error={asking.error} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button isBusy={asking.isPending} onClick={send}>
          {t('contact.send')}
        </Button>
      </div>
    </Dialog>
  );
}

function AskProblem({ error }: { error: unknown }) {
  const { t, i18n } = useTranslation();
  if (error instanceof ApiProblem && error.slug === 'request-resting') {
    const again = new Date(String(error.problem.again));
    return (
      <Notice tone="caution" title={t('contact.resting')}>
        {t('contact.restingDetail', {
          when: again.toLocaleDateString(i18n.language, { dateStyle: 'long' }),
        })}
      </Notice>
    );
  }
  if (error instanceof ApiProblem && error.slug === 'request-unwelcome') {
    return (
      <Notice tone="caution" title={t('contact.unwelcome')}>
        {t('contact.unwelcomeDetail')}
      </Notice>
    );
  }
  if (error instanceof ApiProblem && error.status === 429) {
    return (
      <Notice tone="caution" title={t('contact.tooMany')}>
        {t('contact.tooManyDetail')}
      </Notice>
    );
  }
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <Notice tone="danger" title={t('profile.notThere')}>
        {t('profile.notThereDetail')}
      </Notice>
    );
  }
  return <ProblemNotice error={error} />;
}
