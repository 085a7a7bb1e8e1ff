import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/ui/text-field';
import type { EmailInput } from '../hooks/use-email-input';

interface EmailFieldProps {
  input: EmailInput;
  /** Whether the form was sent, so that what is missing is said. */
  isTried: boolean;
}

/** Asks for an e-mail address, on servers that send mail. */
export function EmailField({ input, isTried }: EmailFieldProps) {
  const { t } = useTranslation();
  const isRequired = input.policy === 'required';
  if (input.policy === 'off') {
    return null;
  }
  return (
    <TextField
      label={t(isRequired ? 'email.label' : 'email.labelOptional')}
      hint={t('email.hint')}
      error={
        isTried && input.isBad
          ? t(input.text.trim() === '' ? 'email.missing' : 'email.shape')
          : undefined
      }
      type="email"
      name="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      required={isRequired}
      value={input.text}
      onChange={(event) => input.setText(event.target.value)}
    />
  );
}
