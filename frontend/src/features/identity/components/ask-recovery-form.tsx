import { useMutation } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { askForRecovery } from '../api/ask-for-recovery';
import { isEmailAddress } from '../email';
import { ProblemNotice } from './problem-notice';

/** Asks for the address that a link is sent to, and tells nothing about it. */
export function AskRecoveryForm() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const asking = useMutation({ mutationFn: askForRecovery });
  const address = text.trim();
  if (asking.isSuccess) {
    return (
      <div role="status" className="flex gap-3.5 rounded-xl bg-accent-soft p-4">
        <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-text" />
        <div className="min-w-0">
          <p className="font-semibold">{t('recovery.sent')}</p>
          <p className="mt-1 text-sm text-pretty wrap-anywhere">
            {t('recovery.sentDetail', { address: asking.variables })}
          </p>
        </div>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isEmailAddress(address)) {
          asking.mutate(address);
        }
      }}
    >
      {asking.isError && <ProblemNotice error={asking.error} />}
      <TextField
        label={t('email.label')}
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
      <Button type="submit" isWide isBusy={asking.isPending}>
        {t('email.send')}
      </Button>
    </form>
  );
}
