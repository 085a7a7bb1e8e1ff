import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { isEmailAddress } from '../email';
import type { EmailCommands } from '../hooks/use-account-email';
import { ProblemNotice } from './problem-notice';

interface EmailAddressFormProps {
  commands: EmailCommands;
  onDone: () => void;
  /** Absent when there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}

/** Gives the account an address, or another one. */
export function EmailAddressForm({ commands, onDone, onCancel }: EmailAddressFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const { giving } = commands;
  const address = text.trim();
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isEmailAddress(address)) {
          giving.mutate(address, { onSuccess: onDone });
        }
      }}
    >
      {giving.isError && <ProblemNotice error={giving.error} />}
      <TextField
        label={t('email.label')}
        hint={t('email.hint')}
        error={
          isTried && !isEmailAddress(address)
            ? t(address === '' ? 'email.missing' : 'email.shape')
            : undefined
        }
        type="email"
        name="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" isBusy={giving.isPending}>
          {t('email.send')}
        </Button>
        {onCancel !== undefined && (
          <Button look="secondary" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
