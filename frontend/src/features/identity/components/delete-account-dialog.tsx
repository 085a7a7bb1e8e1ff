import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useCurrentSession } from '../hooks/use-current-session';
import { useDeleteAccount } from '../hooks/use-delete-account';
import { ProblemNotice } from './problem-notice';

const GOES = ['signIn', 'profile', 'people', 'groups'] as const;
const STAYS = ['messages', 'name', 'copies'] as const;

/** Says what goes and what stays, and deletes the account once its name was typed. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { username, newcomerUntil } = useCurrentSession().account;
  const deleting = useDeleteAccount();
  const [typed, setTyped] = useState('');
  const isMeant = typed.trim().toLowerCase() === username;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isMeant) {
      deleting.mutate(typed);
    }
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('data.deleteAsk')}>
      <form onSubmit={submit}>
        <div className="space-y-4 text-pretty">
          <p className="text-muted">
            {t(newcomerUntil === undefined ? 'data.forEver' : 'checkMail.deleteDetail')}
          </p>
          {newcomerUntil === undefined && <WhatGoesAndStays />}
          <TextField
            label={t('data.consent', { username })}
            name="consent"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {deleting.isError && <ProblemNotice error={deleting.error} />}
        </div>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" look="danger" isBusy={deleting.isPending} disabled={!isMeant}>
            {t('data.deleteForEver')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function WhatGoesAndStays() {
  const { t } = useTranslation();
  return (
    <>
      <Facts title={t('data.goes.title')} facts={GOES.map((fact) => t(`data.goes.${fact}`))} />
      <Facts title={t('data.stays.title')} facts={STAYS.map((fact) => t(`data.stays.${fact}`))} />
    </>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly string[] }) {
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 list-disc space-y-1 ps-5 text-sm text-muted">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
