import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Notice } from '@/components/ui/notice';
import type { Return } from './guards';

/** Tells somebody who followed an invite link why he is asked to sign in. */
export function InvitedNotice() {
  const { t } = useTranslation();
  const { returnTo } = (useLocation().state ?? {}) as Return;
  const isInvited = returnTo?.startsWith('/join#') === true;
  return isInvited || returnTo?.startsWith('/meet#') === true ? (
    <div className="mt-5">
      <Notice tone="info" title={t(isInvited ? 'join.invited' : 'code.invited')}>
        {t(isInvited ? 'join.invitedDetail' : 'code.invitedDetail')}
      </Notice>
    </div>
  ) : null;
}
