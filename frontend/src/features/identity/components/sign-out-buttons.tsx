import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useSignOut } from '../hooks/use-sign-out';
import { ProblemNotice } from './problem-notice';

type Where = 'here' | 'everywhere';

export function SignOutButtons() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Where>();
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" onClick={() => setAsked('here')}>
          <LogOut aria-hidden className="size-4.5" />
          {t('settings.signOut')}
        </Button>
        <Button look="secondary" className="text-danger" onClick={() => setAsked('everywhere')}>
          {t('settings.everywhere')}
        </Button>
      </div>
      {asked !== undefined && <Confirmation where={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Confirmation({ where, onClose }: { where: Where; onClose: () => void }) {
  const { t } = useTranslation();
  const unsent = useReplicaState(
    (state) => state.outbox.filter((item) => item.state !== 'stored').length,
  );
  const leaving = useSignOut();
  const isHere = where === 'here';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(isHere ? 'settings.signOutTitle' : 'settings.everywhereTitle')}
    >
      <div className="space-y-4">
        <p className="text-muted">
          {t(isHere ? 'settings.signOutDetail' : 'settings.everywhereDetail')}
        </p>
        {unsent > 0 && (
          <Notice tone="caution" title={t('settings.signOutUnsent', { count: unsent })} />
        )}
        {leaving.isError && <ProblemNotice error={leaving.error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          look={isHere ? 'primary' : 'danger'}
          isBusy={leaving.isPending}
          onClick={() => leaving.mutate(where)}
        >
          {t(isHere ? 'settings.signOut' : 'settings.everywhere')}
        </Button>
      </div>
    </Dialog>
  );
}
