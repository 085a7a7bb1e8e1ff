import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Notice } from '@/components/ui/notice';
import type { Return } from './guards';

/** Tells somebody who followed an invite link why he is asked to sign in. */
export function InvitedNotice() {
  const { t } = useTranslation();
  const { returnTo } = (useLocation().state ?? {}) as Return;
  return returnTo?.startsWith('/join#') === true ? (
    <div className="mt-5">
      <Notice tone="info" title={t('join.invited')}>
        {t('join.invitedDetail')}
      </Notice>
    </div>
  ) : null;
}
