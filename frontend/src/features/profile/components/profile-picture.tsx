import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { usePersonPicture } from '@/lib/people/use-person-picture';
import { Avatar } from '@/components/ui/avatar';
import { PictureChooser } from '@/components/ui/picture-chooser';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { removeOwnPicture } from '../api/remove-own-picture';
import { setOwnPicture } from '../api/set-own-picture';

/** What one looks like to others, and the way to another picture. */
export function ProfilePicture() {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const queries = useQueryClient();
  const picture = usePersonPicture(account.id, 256);
  const changed = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['picture-name', account.id] }),
      queries.invalidateQueries({ queryKey: ['profile'] }),
    ]);
  return (
    <div className="flex flex-wrap items-center gap-x-7 gap-y-4">
      <PictureChooser
        hasPicture={picture !== undefined}
        send={async (file, onProgress, signal) => {
          await setOwnPicture(file, onProgress, signal);
          await changed();
        }}
        remove={async () => {
          await removeOwnPicture();
          await changed();
        }}
        words={(error) => {
          const slug = error instanceof ApiProblem ? error.slug : '';
          const isRefused = slug in WORDS;
          return {
            title: t('picture.failed'),
            detail: t(isRefused ? WORDS[slug as keyof typeof WORDS] : 'problem.unreachableDetail'),
          };
        }}
      >
        <Avatar id={account.id} name={account.username} picture={picture} className="size-22" />
      </PictureChooser>
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{t('profile.picture')}</p>
        <p className="mt-1 text-sm text-pretty text-muted">{t('picture.private')}</p>
      </div>
    </div>
  );
}

const WORDS = {
  'content-too-large': 'picture.refusal.large',
  'invalid-input': 'picture.refusal.damaged',
  'unsupported-picture': 'picture.refusal.damaged',
  'budget-exhausted': 'problem.budget.storage',
  'own-budget-exhausted': 'problem.ownBudget.storage',
  'too-many-requests': 'problem.tooManyDetail',
  unavailable: 'picture.refusal.away',
} as const;
