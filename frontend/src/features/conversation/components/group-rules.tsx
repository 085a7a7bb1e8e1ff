import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, GroupSettings } from '@/lib/api/types';
import { lifetime } from '@/lib/format/time';
import { Choice } from '@/components/ui/choice';
import { LIFETIMES } from '@/components/ui/lifetimes';
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
        <div key={right}>
          <p aria-hidden className="mb-1.5 text-sm font-semibold">
            {t(`group.rules.${right}`)}
          </p>
          <Choice
            label={t(`group.rules.${right}`)}
            value={shown[right]}
            options={options}
            onChange={(value) => change.mutate({ [right]: value })}
          />
        </div>
      ))}
      <Disappearing
        value={shown.disappearing}
        onChange={(disappearing) => change.mutate({ disappearing })}
      />
      {change.isError && <GroupProblem error={change.error} />}
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
    <label className="block">
      <span className="mb-1.5 block text-sm font-semibold">{t('group.rules.disappearing')}</span>
      <select
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="min-h-12 w-full rounded-xl border border-line-strong bg-surface px-3 text-base text-ink"
      >
        <option value={0}>{t('group.rules.never')}</option>
        {choices.map((seconds) => (
          <option key={seconds} value={seconds}>
            {t('group.rules.after', { time: lifetime(seconds, i18n.language, 'long') })}
          </option>
        ))}
      </select>
      <span className="mt-1.5 block text-sm text-muted">{t('group.rules.disappearingLead')}</span>
    </label>
  );
}
