import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile, ProfileVisibility } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Skeleton } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useProfile } from '../hooks/use-profile';
import { AboutField, DisplayNameField, ProfileRefusal } from './profile-fields';
import { ProfilePicture } from './profile-picture';
import { changed, fieldsOf, type ProfileFields } from '../profile-fields';

const AUDIENCES = ['everyone', 'contacts', 'nobody'] as const;

/** What one tells about oneself, and to whom. */
export function ProfileForm() {
  const { t } = useTranslation();
  const { query } = useProfile();
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="space-y-3">
        <ProblemNotice error={query.error} />
        <Button look="secondary" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return <Form profile={query.data} />;
}

function Form({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { change } = useProfile();
  const [fields, setFields] = useState(() => fieldsOf(profile));
  const set = (some: Partial<ProfileFields>) => setFields((before) => ({ ...before, ...some }));
  const show = (field: keyof ProfileVisibility) => (audience: ProfileVisibility['about']) =>
    setFields((before) => ({
      ...before,
      visibility: { ...before.visibility, [field]: audience },
    }));
  return (
    <>
      {/* What is chosen in there is sent at once, and not with the form. */}
      <ProfilePicture />
      <form
        noValidate
        className="space-y-6"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(changed(profile, fields), {
            onSuccess: (saved) => {
              setFields(fieldsOf(saved));
              toast(t('profile.saved'));
            },
          });
        }}
      >
        <Field name="picture" shown={fields.visibility.picture} onShow={show('picture')} />
        <Field
          name="displayName"
          shown={fields.visibility.displayName}
          onShow={show('displayName')}
        >
          <DisplayNameField
            value={fields.displayName}
            onChange={(displayName) => set({ displayName })}
          />
        </Field>
        <Field name="about" shown={fields.visibility.about} onShow={show('about')}>
          <AboutField value={fields.about} onChange={(about) => set({ about })} />
        </Field>
        <Field name="birthDate" shown={fields.visibility.birthDate} onShow={show('birthDate')}>
          <TextField
            label={t('profile.birthDate')}
            hint={t('profile.birthDateHint')}
            type="date"
            min="1900-01-01"
            autoComplete="bday"
            value={fields.birthDate}
            onChange={(event) => set({ birthDate: event.target.value })}
          />
        </Field>
        <Field name="gender" shown={fields.visibility.gender} onShow={show('gender')}>
          <TextField
            label={t('profile.gender')}
            hint={t('profile.genderHint')}
            dir="auto"
            maxLength={40}
            value={fields.gender}
            onChange={(event) => set({ gender: event.target.value })}
          />
        </Field>
        <Field name="links" shown={fields.visibility.links} onShow={show('links')}>
          <TextArea
            label={t('profile.links')}
            hint={t('profile.linksHint')}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            value={fields.links}
            onChange={(event) => set({ links: event.target.value })}
          />
        </Field>
        <Field name="interests" shown={fields.visibility.interests} onShow={show('interests')}>
          <p className="text-sm font-semibold">{t('profile.interests')}</p>
          <p className="mt-1 text-sm text-muted">{t('profile.interestsHint')}</p>
        </Field>
        {change.isError && <ProfileRefusal error={change.error} />}
        <div className="flex justify-end">
          <Button type="submit" isBusy={change.isPending}>
            {t('profile.save')}
          </Button>
        </div>
      </form>
    </>
  );
}

interface FieldProps {
  name: keyof ProfileVisibility;
  shown: ProfileVisibility['about'];
  onShow: (audience: ProfileVisibility['about']) => void;
  children?: ReactNode;
}

/** A field, and below it who is shown what is in it. */
function Field({ name, shown, onShow, children }: FieldProps) {
  const { t } = useTranslation();
  return (
    <div>
      {children}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <p aria-hidden className="text-sm text-muted">
          {t('profile.shownTo')}
        </p>
        <div className="min-w-0 flex-1 basis-64">
          <Choice
            label={t('profile.whoSees', { field: t(`profile.${name}`) })}
            value={shown}
            onChange={onShow}
            options={AUDIENCES.map((audience) => ({
              value: audience,
              label: t(`profile.audience.${audience}`),
            }))}
          />
        </div>
      </div>
    </div>
  );
}
