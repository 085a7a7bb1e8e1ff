import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeProfile } from '../api/change-profile';
import { getProfile } from '../api/get-profile';

const KEY = ['profile'];

/** One's own profile, and its change. */
export function useProfile() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => getProfile(signal) });
  const change = useMutation({
    mutationFn: changeProfile,
    onSuccess: (profile) => queries.setQueryData(KEY, profile),
  });
  return { query, change };
}
