import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toast } from '@/components/ui/toast-store';
import { useCurrentSession } from '../../features/identity/hooks/use-current-session';
import { InterestForm } from '../../features/profile/components/interest-form';
import { ProfileForm } from '../../features/profile/components/profile-form';
import { BackLink } from '../components/back-link';

/** One's own profile, to be changed. */
export function ProfileRoute() {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  return (
    <div className="relative h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <BackLink to="/settings">{t('settings.title')}</BackLink>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h1 className="text-xl font-bold tracking-tight md:text-2xl">{t('profile.title')}</h1>
          <Link
            to={`/people/${account.id}`}
            className="-me-2 inline-flex min-h-11 items-center rounded-xl px-3 font-semibold text-accent-text hover:bg-hover"
          >
            {t('profile.asOthers')}
          </Link>
        </div>
        <p className="mb-4 text-pretty text-muted">{t('profile.lead')}</p>
        <div className="rounded-2xl border border-line bg-surface p-4">
          <ProfileForm />
        </div>
        <h2 className="mt-8 px-1 text-base font-semibold">{t('profile.interests')}</h2>
        <p className="mb-2.5 px-1 text-sm text-muted">{t('interests.lead')}</p>
        <div className="rounded-2xl border border-line bg-surface p-4">
          <InterestForm onSaved={() => toast(t('interests.saved'))} />
        </div>
      </div>
    </div>
  );
}
