import { useMutation } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, GroupSettings } from '@/lib/api/types';
import { lifetime } from '@/lib/format/time';
import { Choice } from '@/components/ui/choice';
import { LIFETIMES } from '@/components/ui/lifetimes';
import { SelectField } from '@/components/ui/select-field';
import { changeGroup } from '../api/change-group';
import { GroupProblem } from './group-problem';

const RIGHTS = ['posting', 'inviting', 'pinning', 'editing'] as const;

/** Who may do what in a group, and how long new messages live; each is changed by itself. */
export function GroupRules({ group, settings }: { group: Conversation; settings: GroupSettings }) {
  const { t } = useTranslation();
  // What was chosen and has not come back on the log yet.
  const [wanted, setWanted] = useState<Partial<GroupSettings>>({});
  const [seen, setSeen] = useState(settings);
  if (seen !== settings) {
    setSeen(settings);
    setWanted({});
  }
  const change = useMutation({
    mutationFn: (changes: Partial<GroupSettings>) => changeGroup(group.id, { settings: changes }),
    onMutate: (changes) => setWanted((now) => ({ ...now, ...changes })),
    onError: () => setWanted({}),
  });
  const shown = { ...settings, ...wanted };
  const options = [
    { value: 'members', label: t('group.rules.members') },
    { value: 'admins', label: t('group.rules.admins') },
  ] as const;
  return (
    <div className="space-y-4 p-4">
      {RIGHTS.map((right) => (
        <Rule
          key={right}
          label={t(`group.rules.${right}`)}
          value={shown[right]}
          options={options}
          onChange={(value) => change.mutate({ [right]: value })}
        />
      ))}
      <Rule
        label={t('group.rules.approval')}
        value={shown.approval ? 'asked' : 'free'}
        options={[
          { value: 'free', label: t('group.rules.free') },
          { value: 'asked', label: t('group.rules.asked') },
        ]}
        onChange={(value) => change.mutate({ approval: value === 'asked' })}
      />
      <Disappearing
        value={shown.disappearing}
        onChange={(disappearing) => change.mutate({ disappearing })}
      />
      {change.isError && <GroupProblem error={change.error} />}
    </div>
  );
}

/** A choice with its name above it. */
function Rule<T extends string>(props: ComponentProps<typeof Choice<T>>) {
  return (
    <div>
      <p aria-hidden className="mb-1.5 text-sm font-semibold">
        {props.label}
      </p>
      <Choice {...props} />
    </div>
  );
}

interface DisappearingProps {
  /** Seconds; 0 for never. */
  value: number;
  onChange: (seconds: number) => void;
}

function Disappearing({ value, onChange }: DisappearingProps) {
  const { t, i18n } = useTranslation();
  const choices = LIFETIMES.includes(value) || value === 0 ? LIFETIMES : [...LIFETIMES, value];
  return (
    <SelectField
      label={t('group.rules.disappearing')}
      hint={t('group.rules.disappearingLead')}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      <option value={0}>{t('group.rules.never')}</option>
      {choices.map((seconds) => (
        <option key={seconds} value={seconds}>
          {t('group.rules.after', { time: lifetime(seconds, i18n.language, 'long') })}
        </option>
      ))}
    </SelectField>
  );
}
