import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addInterest } from '../api/add-interest';
import { chooseInterests } from '../api/choose-interests';
import { DISCOVERY_KEY } from '../api/discover-people';
import { getOwnInterests } from '../api/get-own-interests';
import { listInterests } from '../api/list-interests';

const CATALOGUE = ['interests'];
const OWN = ['own-interests'];

/** What one can be interested in. */
export function useInterestCatalogue() {
  return useQuery({
    queryKey: CATALOGUE,
    queryFn: ({ signal }) => listInterests(signal),
    staleTime: 300_000,
  });
}

/** One's own interests, and whether one has been asked. */
export function useOwnInterests() {
  return useQuery({ queryKey: OWN, queryFn: ({ signal }) => getOwnInterests(signal) });
}

/** Chooses one's interests. */
export function useChooseInterests() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: chooseInterests,
    onSuccess: async (own) => {
      queries.setQueryData(OWN, own);
      await Promise.all([
        queries.invalidateQueries({ queryKey: CATALOGUE }),
        queries.invalidateQueries({ queryKey: [DISCOVERY_KEY] }),
      ]);
    },
  });
}

/** Adds an interest that the catalogue does not have. */
export function useAddInterest() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: addInterest,
    onSuccess: () => queries.invalidateQueries({ queryKey: CATALOGUE }),
  });
}
