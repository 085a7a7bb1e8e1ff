import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { ProblemNotice } from '../../identity/components/problem-notice';

interface TextProps {
  value: string;
  onChange: (value: string) => void;
}

/** What people call one. */
export function DisplayNameField({ value, onChange }: TextProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('profile.displayName')}
      hint={t('profile.displayNameHint')}
      dir="auto"
      autoComplete="name"
      maxLength={60}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A few lines about oneself. */
export function AboutField({ value, onChange }: TextProps) {
  const { t } = useTranslation();
  return (
    <TextArea
      label={t('profile.about')}
      hint={t('profile.aboutHint')}
      rows={4}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The fields that the server has words about. */
const FIELDS = ['displayName', 'about', 'birthDate', 'gender', 'links'] as const;

/** Why a profile was not saved. */
export function ProfileRefusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem) || error.status !== 400) {
    return <ProblemNotice error={error} />;
  }
  const pointer = error.problem.errors?.[0]?.pointer ?? '';
  const field = FIELDS.find((name) => pointer.startsWith(`/${name}`));
  return (
    <Notice tone="danger" title={t('profile.refused')}>
      {field === undefined ? undefined : t(`profile.refusal.${field}`)}
    </Notice>
  );
}
