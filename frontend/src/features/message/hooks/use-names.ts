import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { NO_NAME } from '@/lib/group/group-fold';

/** How people of a conversation are called, also who was in it once; undefined when nobody knows. */
export function useNames(
  conversation: Conversation | undefined,
): (account: string) => string | undefined {
  const { t } = useTranslation();
  const isDirect = conversation?.type === 'direct';
  const members = conversation?.members;
  const former = conversation?.former;
  const names = useMemo(
    () =>
      new Map([...(former ?? []), ...(members ?? [])].map(({ id, username }) => [id, username])),
    [former, members],
  );
  return useCallback(
    (account) => {
      const name = names.get(account);
      const isGone = name === NO_NAME || (isDirect && names.has(account) && name === undefined);
      return isGone ? t('chats.deleted') : name;
    },
    [isDirect, names, t],
  );
}
