import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '@/lib/api/types';
import { cx } from '@/components/cx';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { useChooseInterests, useOwnInterests } from '../hooks/use-interests';
import { useProfile } from '../hooks/use-profile';
import { changed, fieldsOf } from '../profile-fields';
import { InterestForm } from './interest-form';
import { AboutField, DisplayNameField, ProfileRefusal } from './profile-fields';
import { ProfilePicture } from './profile-picture';

const STEPS = ['profile', 'interests'] as const;

/**
 * Asks a new person once who he is and what interests him, one after the other. The server keeps
 * what was answered, also with nothing, so that the next visit goes on with the next step.
 */
export function FirstSteps() {
  const { query } = useProfile();
  const interests = useOwnInterests();
  const [isBack, setBack] = useState(false);
  const profile = query.data;
  if (profile === undefined || interests.data === undefined) {
    return null;
  }
  if (!profile.asked || (isBack && !interests.data.asked)) {
    return <ProfileStep profile={profile} onDone={() => setBack(false)} />;
  }
  return interests.data.asked ? null : <InterestStep onBack={() => setBack(true)} />;
}

interface ProfileStepProps {
  profile: Profile;
  onDone: () => void;
}

function ProfileStep({ profile, onDone }: ProfileStepProps) {
  const { t } = useTranslation();
  const { change } = useProfile();
  const [fields, setFields] = useState(() => fieldsOf(profile));
  const set = (some: Partial<typeof fields>) => setFields((before) => ({ ...before, ...some }));
  const skip = () => {
    if (!change.isPending) {
      change.mutate({}, { onSuccess: onDone });
    }
  };
  return (
    <Dialog isOpen onClose={skip} title={t('firstSteps.profile')} className="max-w-2xl">
      <StepLine step={1} />
      <p className="mb-6 text-pretty text-muted">{t('firstSteps.profileLead')}</p>
      <ProfilePicture />
      <form
        noValidate
        className="mt-6 space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(changed(profile, fields), { onSuccess: onDone });
        }}
      >
        <DisplayNameField
          value={fields.displayName}
          onChange={(displayName) => set({ displayName })}
        />
        <AboutField value={fields.about} onChange={(about) => set({ about })} />
        {change.isError && <ProfileRefusal error={change.error} />}
        <div className="sticky bottom-0 -mx-6 flex flex-wrap justify-end gap-3 border-t border-line bg-raised px-6 py-3">
          <Button look="secondary" isBusy={change.isPending} onClick={skip}>
            {t('firstSteps.skip')}
          </Button>
          <Button type="submit" isBusy={change.isPending}>
            {t('firstSteps.next')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function InterestStep({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const choosing = useChooseInterests();
  const skip = () => {
    if (!choosing.isPending) {
      choosing.mutate([], { onError: () => toast(t('problem.unknown'), 'failed') });
    }
  };
  return (
    <Dialog isOpen onClose={skip} title={t('interests.question')} className="max-w-2xl">
      <StepLine step={2} onBack={onBack} />
      <p className="mb-5 text-pretty text-muted">{t('interests.lead')}</p>
      <InterestForm
        onSaved={() => toast(t('interests.saved'))}
        other={
          <Button look="secondary" isBusy={choosing.isPending} onClick={skip}>
            {t('firstSteps.skip')}
          </Button>
        }
      />
    </Dialog>
  );
}

/** Where one is: in words, and as a line for those who see it. */
function StepLine({ step, onBack }: { step: number; onBack?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="mb-4 flex items-center gap-3">
      <p className="text-sm font-semibold text-muted">
        {t('firstSteps.step', { step, count: STEPS.length })}
      </p>
      <span aria-hidden className="flex gap-1.5">
        {STEPS.map((name, index) => (
          <span
            key={name}
            className={cx(
              'h-1.5 w-8 rounded-full',
              index < step ? 'bg-accent' : 'bg-line-strong/50',
            )}
          />
        ))}
      </span>
      {onBack !== undefined && (
        <Button look="quiet" className="-my-2 ms-auto" onClick={onBack}>
          {t('firstSteps.back')}
        </Button>
      )}
    </div>
  );
}
