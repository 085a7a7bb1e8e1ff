import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountSettings } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import { useAccountSettings } from '../hooks/use-account-settings';
import { ProblemNotice } from './problem-notice';

const CHOICES = ['readReceipts', 'lastSeen'] as const;
const FINDING = ['foundByUsername', 'foundByEmail', 'foundByWallet'] as const;
const AUDIENCES = ['everyone', 'nobody'] as const;
const ASKERS = ['everyone', 'shared', 'contacts-of-contacts', 'nobody'] as const;

/** Who is told what this person has read, whether he is there, who finds him and who may ask. */
export function PrivacyChoices() {
  const { t } = useTranslation();
  const { query, change } = useAccountSettings();
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3 p-4">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={query.error} />
        <Button look="secondary" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {CHOICES.map((name) => (
        <PrivacyChoice
          key={name}
          name={name}
          value={query.data[name]}
          onChange={(value) => change.mutate({ [name]: value })}
        />
      ))}
      <PrivacyChoice
        name="discoverable"
        value={query.data.discoverable ? 'everyone' : 'nobody'}
        onChange={(value) => change.mutate({ discoverable: value === 'everyone' })}
      />
      {FINDING.map((name) => (
        <PrivacyChoice
          key={name}
          name={name}
          value={query.data[name]}
          onChange={(value) => change.mutate({ [name]: value })}
        />
      ))}
      <li className="px-4 py-3">
        <SelectField
          label={t('privacy.requestsFrom')}
          hint={t('privacy.requestsFromDetail')}
          value={query.data.requestsFrom}
          onChange={(event) =>
            change.mutate({
              requestsFrom: ASKERS.find((each) => each === event.target.value) ?? 'everyone',
            })
          }
        >
          {ASKERS.map((each) => (
            <option key={each} value={each}>
              {t(`privacy.askers.${each}`)}
            </option>
          ))}
        </SelectField>
      </li>
    </ul>
  );
}

interface PrivacyChoiceProps {
  name: (typeof CHOICES)[number] | (typeof FINDING)[number] | 'discoverable';
  value: AccountSettings['lastSeen'];
  onChange: (value: AccountSettings['lastSeen']) => void;
}

function PrivacyChoice({ name, value, onChange }: PrivacyChoiceProps) {
  const { t } = useTranslation();
  const detail = useId();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3" aria-describedby={detail}>
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-base font-semibold">{t(`privacy.${name}`)}</p>
        <p id={detail} className="text-sm text-muted">
          {t(`privacy.${name}Detail`)}
        </p>
      </div>
      <div className="w-full sm:w-60">
        <Choice
          label={t(`privacy.${name}`)}
          value={value}
          onChange={onChange}
          options={AUDIENCES.map((audience) => ({
            value: audience,
            label: t(`privacy.${audience}`),
          }))}
        />
      </div>
    </li>
  );
}
