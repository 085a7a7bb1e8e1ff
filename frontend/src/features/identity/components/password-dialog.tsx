import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import type { useCredentials } from '../hooks/use-credentials';
import { useCurrentSession } from '../hooks/use-current-session';
import { usePasswordFault } from '../hooks/use-password-fault';
import { isPasswordBreached } from '../password-breached';
import { NewPasswordField } from './new-password-field';
import { ProblemNotice } from './problem-notice';

interface PasswordDialogProps {
  commands: ReturnType<typeof useCredentials>;
  isChange: boolean;
  onClose: () => void;
}

/** Sets or changes the password. */
export function PasswordDialog({ commands, isChange, onClose }: PasswordDialogProps) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const fault = usePasswordFault(password);
  const { settingPassword } = commands;
  const isBreached = isPasswordBreached(settingPassword.error);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(isChange ? 'credentials.changePassword' : 'credentials.setPassword')}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (fault === undefined) {
            settingPassword.mutate(password, {
              onSuccess: () => {
                toast(t('credentials.passwordSaved'));
                onClose();
              },
            });
          }
        }}
      >
        <p className="text-pretty text-muted">
          {t(isChange ? 'credentials.changeDetail' : 'credentials.setDetail')}
        </p>
        {settingPassword.isError && !isBreached && <ProblemNotice error={settingPassword.error} />}
        {/* Password managers ask whose password it is. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={account.username}
          readOnly
          hidden
        />
        <NewPasswordField
          label={t('credentials.newPassword')}
          value={password}
          onChange={(value) => {
            setPassword(value);
            settingPassword.reset();
          }}
          fault={fault}
          isTried={isTried}
          isBreached={isBreached}
        />
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={settingPassword.isPending}>
            {t('credentials.savePassword')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
