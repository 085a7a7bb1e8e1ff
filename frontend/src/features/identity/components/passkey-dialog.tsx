import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { Credentials } from '@/lib/api/types';
import { makePasskey } from '@/lib/passkey/passkey';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { addPasskey } from '../api/add-passkey';
import { requestNewPasskey } from '../api/request-new-passkey';
import { useCurrentSession } from '../hooks/use-current-session';
import { thisDevice } from '../this-device';
import { ProblemNotice } from './problem-notice';

const NAME_LENGTH = 64;

interface PasskeyDialogProps {
  onAdded: (credentials: Credentials) => void;
  onClose: () => void;
}

/** Gives a passkey its name and has it made. */
export function PasskeyDialog({ onAdded, onClose }: PasskeyDialogProps) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const [name, setName] = useState(() => thisDevice().name ?? '');
  const adding = useMutation({
    mutationFn: async () => {
      const made = await makePasskey(await requestNewPasskey(), account.username);
      return made === undefined ? undefined : addPasskey({ name: name.trim(), ...made });
    },
    onSuccess: (credentials) => {
      if (credentials !== undefined) {
        onAdded(credentials);
        toast(t('passkey.added'));
        onClose();
      }
    },
  });
  const isEmpty = name.trim() === '';
  return (
    <Dialog isOpen onClose={onClose} title={t('passkey.add')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) {
            adding.mutate();
          }
        }}
      >
        <p className="text-pretty text-muted">{t('passkey.addDetail')}</p>
        {adding.isSuccess && adding.data === undefined && (
          <Notice tone="info" title={t('passkey.notMade')}>
            {t('passkey.notMadeDetail')}
          </Notice>
        )}
        {adding.isError && <Failure error={adding.error} />}
        <TextField
          label={t('passkey.name')}
          hint={t('passkey.nameHint')}
          error={isEmpty ? t('passkey.nameMissing') : undefined}
          name="passkey-name"
          autoComplete="off"
          required
          maxLength={NAME_LENGTH}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={adding.isPending}>
            {t('passkey.make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const slug = error instanceof ApiProblem ? error.slug : undefined;
  if (slug === 'too-many-credentials') {
    return (
      <Notice tone="caution" title={t('passkey.tooMany')}>
        {t('passkey.tooManyDetail')}
      </Notice>
    );
  }
  if (slug === 'proof-refused') {
    return (
      <Notice tone="caution" title={t('passkey.refused')}>
        {t('passkey.refusedDetail')}
      </Notice>
    );
  }
  return <ProblemNotice error={error} />;
}
