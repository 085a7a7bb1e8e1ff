import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { PeopleFound } from '@/lib/api/types';

/** The person who is called exactly so; in a body, so that no address stands in a log. */
export function lookUpQuery(query: string) {
  return queryOptions({
    queryKey: ['look-up', query],
    queryFn: ({ signal }) =>
      call<PeopleFound>({ method: 'POST', path: '/people/look-up', body: { query }, signal }),
    staleTime: 30_000,
  });
}

const REASONS = [
  'wallet-checksum',
  'wallet-form',
  'name-form',
  'name-service',
  'email-form',
  'username-form',
] as const;

/** Why nobody can be called so; undefined for any other failure. */
export function lookUpRefusal(error: unknown): (typeof REASONS)[number] | undefined {
  return error instanceof ApiProblem && error.slug === 'look-up-refused'
    ? REASONS.find((reason) => reason === error.problem.reason)
    : undefined;
}
