import { useQuery } from '@tanstack/react-query';
import type { Configuration } from '@/lib/api/types';
import { configurationQuery } from '@/lib/config/load-configuration';
import { DEFAULT_LIMITS } from '../username';

/** What the server allows. */
export function useLimits(): Configuration['limits'] {
  return useQuery(configurationQuery).data?.limits ?? DEFAULT_LIMITS;
}
