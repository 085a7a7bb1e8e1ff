import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryMethod } from '@/lib/api/types';
import { readRecoveryKey, RECOVERY_KEY_LENGTH, type TypedKey } from '@/lib/backup/recovery-key';
import { useReplica } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { isWrongSecret } from '../wrong-secret';

interface RecoveryKeyFormProps {
  method: RecoveryMethod;
  onOpened: () => void;
}

/** The recovery key, typed however people type it. */
export function RecoveryKeyForm({ method, onOpened }: RecoveryKeyFormProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const [typed, setTyped] = useState('');
  const [read, setRead] = useState<TypedKey>();
  const opening = useMutation({
    mutationFn: (secret: Uint8Array<ArrayBuffer>) => root.unlock(method, secret),
    onSuccess: onOpened,
  });
  const isWrong = isWrongSecret(opening.error);
  const fault = useFault(isWrong ? undefined : read);
  return (
    <form
      noValidate
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        const given = readRecoveryKey(typed);
        setRead(given);
        if (given.kind === 'whole') {
          opening.mutate(given.secret);
        }
      }}
    >
      {opening.isError && !isWrong && <ProblemNotice error={opening.error} />}
      <TextField
        label={t('backup.key')}
        hint={t('backup.keyHint')}
        value={typed}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setRead(undefined);
          opening.reset();
        }}
        error={isWrong ? t('backup.keyWrong') : fault}
      />
      <Button type="submit" look="secondary" isWide isBusy={opening.isPending}>
        {t('backup.openKey')}
      </Button>
    </form>
  );
}

/** What is wrong with what was typed, in words. */
function useFault(read: TypedKey | undefined): string | undefined {
  const { t } = useTranslation();
  switch (read?.kind) {
    case 'short':
      return t('backup.keyShort', { count: RECOVERY_KEY_LENGTH - read.typed });
    case 'long':
      return t('backup.keyLong', { count: read.typed - RECOVERY_KEY_LENGTH });
    case 'mistyped':
      return read.group === undefined
        ? t('backup.keyMistyped')
        : t('backup.keyMistypedAt', { number: read.group });
    default:
      return undefined;
  }
}
