import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useReplica } from '@/lib/sync/replica-context';
import type { BrowserTrust } from '@/lib/trust/browser-trust';
import { useOwnNews } from '../../conversation/hooks/use-own-news';
import { standingOf, type Standing } from '../standing';

/** Somebody, and what is known of him. */
export interface TrustOf {
  person: string;
  /** The key of the account that this browser believes. */
  key: string | undefined;
  standing: Standing;
}

/** What is believed is looked up here again after so long: the leading tab believes. Milliseconds. */
const AGAIN_MS = 15_000;

/** Who is who in this browser; what has changed there is looked up again. */
function useBrowserTrust(): BrowserTrust {
  const { trust } = useReplica().backup;
  const queries = useQueryClient();
  useEffect(
    () => trust.onChange(() => void queries.invalidateQueries({ queryKey: ['trust'] })),
    [trust, queries],
  );
  return trust;
}

/** What is known of these people. */
export function useTrust(people: readonly string[]) {
  const trust = useBrowserTrust();
  const verified = useQuery({
    queryKey: ['trust', 'verified', useOwnNews()],
    queryFn: () => trust.verifications.all(),
    placeholderData: keepPreviousData,
  });
  const believed = useQuery({
    queryKey: ['trust', 'believed', ...people],
    queryFn: () => trust.believed(people),
    enabled: people.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  const data = useMemo(() => {
    if (verified.data === undefined || believed.data === undefined) {
      return undefined;
    }
    const byPerson = new Map(believed.data.map((each) => [each.person, each]));
    return people.map((person): TrustOf => ({
      person,
      key: byPerson.get(person)?.key,
      standing: standingOf(person, byPerson.get(person), verified.data),
    }));
  }, [people, verified.data, believed.data]);
  return { data, error: verified.error ?? believed.error };
}

/** The key of the own account; null while its root is not here. */
export function useOwnKey() {
  const trust = useBrowserTrust();
  return useQuery({
    queryKey: ['trust', 'own', useOwnNews()],
    queryFn: async () => (await trust.ownKey()) ?? null,
  });
}

/** The wallet that vouches for the key of an account, and whether its signature was checked here. */
export function useVouching(account: string, key: string | null | undefined) {
  const trust = useBrowserTrust();
  return useQuery({
    queryKey: ['trust', 'wallet', account, key],
    queryFn: async () => {
      const found = await trust.vouching(account, key ?? '');
      if (found === undefined) {
        return null;
      }
      // viem is large and only needed where a wallet vouches.
      const { hasVouched } = await import('@/lib/wallet/vouching-signature');
      const isChecked = await hasVouched(found.address, account, key ?? '', found.signature);
      return { address: found.address, isChecked };
    },
    enabled: typeof key === 'string',
  });
}

/** What the log of keys tells that the person has to know. */
export function useLogWarnings() {
  const trust = useBrowserTrust();
  const { data } = useQuery({
    queryKey: ['trust', 'log'],
    queryFn: () => trust.warnings(),
  });
  return { warnings: data ?? [], dismiss: (id: string) => void trust.dismiss(id) };
}
