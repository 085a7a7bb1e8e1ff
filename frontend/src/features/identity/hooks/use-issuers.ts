import { useQuery } from '@tanstack/react-query';
import type { Configuration } from '@/lib/api/types';
import { configurationQuery } from '@/lib/config/load-configuration';

/** With whom people may sign in on this server; usually nobody. */
export function useIssuers(): Configuration['issuers'] {
  return useQuery(configurationQuery).data?.issuers ?? [];
}
