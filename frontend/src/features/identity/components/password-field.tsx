import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';

interface PasswordFieldProps extends Omit<
  ComponentProps<typeof TextField>,
  'label' | 'type' | 'trailing'
> {
  /** Without it: Password. */
  label?: string;
}

export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      label={props.label ?? t('signIn.password')}
      type={isShown ? 'text' : 'password'}
      trailing={
        <IconButton
          label={t(isShown ? 'signIn.hidePassword' : 'signIn.showPassword')}
          icon={
            isShown ? (
              <EyeOff aria-hidden className="size-5" />
            ) : (
              <Eye aria-hidden className="size-5" />
            )
          }
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
