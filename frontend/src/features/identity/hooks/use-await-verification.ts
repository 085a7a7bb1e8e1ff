import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast-store';
import { accountEmailQuery } from '../api/account-email';
import { renewNewcomer } from '../newcomer';

const SOON_MS = 2_000;
const LATE_MS = 30_000;

/** How long to wait before it is asked again: the longer somebody waits, the longer. */
export function pause(asked: number): number {
  return Math.min(LATE_MS, SOON_MS * 1.3 ** Math.min(asked, 32));
}

/**
 * Notices that the address was verified on another device, and lets the newcomer in. Other tabs of
 * this browser tell by themselves.
 */
export function useAwaitVerification(): void {
  const { t } = useTranslation();
  const { data, dataUpdatedAt } = useQuery({
    ...accountEmailQuery,
    refetchInterval: ({ state }) => pause(state.dataUpdateCount + state.errorUpdateCount),
  });
  const isVerified = data?.verified !== undefined;
  useEffect(() => {
    if (isVerified) {
      renewNewcomer().then(
        () => toast(t('checkMail.ready')),
        // Asked again with the next answer.
        () => undefined,
      );
    }
  }, [t, isVerified, dataUpdatedAt]);
}
