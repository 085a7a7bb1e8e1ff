import { useQuery } from '@tanstack/react-query';
import { callForFile } from '@/lib/api/client';
import { dataUrl } from '@/lib/picture/data-url';
import { useReplicaState } from '@/lib/sync/replica-context';
import { pictureNameOf } from './picture-names';

/** The sizes that the server has, in pixels. */
export type PictureEdge = 48 | 96 | 256 | 512;

const NAME_HOLDS_MS = 60_000;

/** What nobody told this tab of is found this late. */
const LOOK_AGAIN_MS = 300_000;

/**
 * The address of somebody's picture; undefined while it is on its way, and when there is none to
 * see. Looked up again when it is told that the person looks different.
 */
export function usePersonPicture(person: string | undefined, edge: PictureEdge) {
  const looks = useReplicaState((state) =>
    person === undefined ? 0 : (state.looks.get(person) ?? 0),
  );
  const name = useQuery({
    queryKey: ['picture-name', person, looks],
    queryFn: () => pictureNameOf(person ?? ''),
    enabled: person !== undefined,
    staleTime: NAME_HOLDS_MS,
    refetchInterval: LOOK_AGAIN_MS,
    // What was shown stays until it is known what is shown now.
    placeholderData: (before: string | null | undefined, query) =>
      query?.queryKey[1] === person ? before : undefined,
  });
  const picture = name.data ?? undefined;
  const shown = useQuery({
    queryKey: ['picture-file', person, picture, edge],
    queryFn: async ({ signal }) =>
      dataUrl(
        await callForFile({
          method: 'GET',
          path: `/people/${person ?? ''}/pictures/${picture ?? ''}?size=${edge}`,
          // Under one name it is the same for ever.
          cache: 'default',
          signal,
        }),
      ),
    enabled: person !== undefined && picture !== undefined,
    staleTime: Infinity,
    placeholderData: (before: string | undefined, query) =>
      query?.queryKey[1] === person ? before : undefined,
  });
  return picture === undefined ? undefined : shown.data;
}
