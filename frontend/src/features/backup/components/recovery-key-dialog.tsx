import { useMutation } from '@tanstack/react-query';
import { Copy, FileDown, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { NewRecoveryKey } from '@/lib/backup/account-root';
import { groupsOf, RECOVERY_KEY_GROUPS } from '@/lib/backup/recovery-key';
import { saveFile } from '@/lib/save-file';
import { useReplica } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { recoveryKeyFile } from '../recovery-key-file';

interface RecoveryKeyDialogProps {
  onDone: () => void;
  onClose: () => void;
}

/** Makes a recovery key, has it kept, and makes sure that it was. */
export function RecoveryKeyDialog({ onDone, onClose }: RecoveryKeyDialogProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const making = useMutation({ mutationFn: () => root.makeRecoveryKey() });
  const [isKept, setKept] = useState(false);
  const { mutate: make } = making;
  useEffect(() => make(), [make]);
  return (
    <Dialog isOpen onClose={onClose} title={t(isKept ? 'backup.confirmTitle' : 'backup.keyTitle')}>
      {making.isError ? (
        <div className="space-y-4">
          <ProblemNotice error={making.error} />
          <Button look="secondary" onClick={() => make()}>
            {t('app.retry')}
          </Button>
        </div>
      ) : making.data === undefined ? (
        <div role="status" aria-label={t('app.loading')}>
          <Skeleton className="h-40" />
        </div>
      ) : isKept ? (
        <Confirmation made={making.data} onBack={() => setKept(false)} onDone={onDone} />
      ) : (
        <Shown made={making.data} onNext={() => setKept(true)} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface ShownProps {
  made: NewRecoveryKey;
  onNext: () => void;
  onClose: () => void;
}

function Shown({ made: { recoveryKey }, onNext, onClose }: ShownProps) {
  const { t, i18n } = useTranslation();
  const { account } = useCurrentSession();
  const [madeOn] = useState(() => new Date().toLocaleDateString(i18n.language));
  const text = recoveryKeyFile(account.username, location.host, recoveryKey, madeOn);
  const save = () =>
    saveFile(
      `parley-recovery-key-${account.username}.txt`,
      new Blob([text], { type: 'text/plain' }),
    );
  return (
    <>
      <p className="text-pretty text-muted">{t('backup.keyDetail')}</p>
      <ol
        aria-label={t('backup.key')}
        translate="no"
        className="my-5 grid grid-cols-4 gap-x-3 gap-y-2 rounded-xl bg-hover p-4 text-center font-mono text-lg font-semibold"
      >
        {groupsOf(recoveryKey).map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" onClick={save}>
          <FileDown aria-hidden className="size-4.5" />
          {t('backup.save')}
        </Button>
        <Button look="secondary" onClick={() => window.print()}>
          <Printer aria-hidden className="size-4.5" />
          {t('backup.print')}
        </Button>
        <Button
          look="secondary"
          onClick={() => void copyText(recoveryKey, t('backup.copied'), t('backup.notCopied'))}
        >
          <Copy aria-hidden className="size-4.5" />
          {t('backup.copy')}
        </Button>
      </div>
      <p className="mt-4 text-sm text-pretty text-muted">{t('backup.keyWhere')}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button onClick={onNext}>{t('backup.keyKept')}</Button>
      </div>
      {createPortal(<pre data-printed>{text}</pre>, document.body)}
    </>
  );
}

interface ConfirmationProps {
  made: NewRecoveryKey;
  onBack: () => void;
  onDone: () => void;
}

/** One group, typed: whoever has none on paper finds out now. */
function Confirmation({ made, onBack, onDone }: ConfirmationProps) {
  const { t } = useTranslation();
  const [asked] = useState(
    () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % RECOVERY_KEY_GROUPS,
  );
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const keeping = useMutation({
    mutationFn: made.keep,
    onSuccess: () => {
      toast(t('backup.keySet'));
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = groupsOf(typed).join('') === groupsOf(made.recoveryKey)[asked];
        setWrong(!isRight);
        if (isRight) {
          keeping.mutate();
        }
      }}
    >
      <p className="text-pretty text-muted">{t('backup.confirmDetail')}</p>
      {keeping.isError && <ProblemNotice error={keeping.error} />}
      <TextField
        label={t('backup.confirmGroup', { number: asked + 1 })}
        value={typed}
        maxLength={12}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono"
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        error={isWrong ? t('backup.confirmWrong') : undefined}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onBack}>
          {t('backup.showAgain')}
        </Button>
        <Button type="submit" isBusy={keeping.isPending}>
          {t('backup.confirm')}
        </Button>
      </div>
    </form>
  );
}
