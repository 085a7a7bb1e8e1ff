import { queryOptions } from '@tanstack/react-query';
import { callForFile } from '@/lib/api/client';
import { dataUrl } from '@/lib/picture/data-url';

/**
 * The picture of a group as a `data:` address.
 *
 * @param picture the id that it has got: another picture has another one
 */
export function pictureQuery(group: string, picture: string) {
  return queryOptions({
    queryKey: ['picture', group, picture],
    queryFn: async ({ signal }) =>
      dataUrl(
        await callForFile({
          method: 'GET',
          path: `/conversations/${group}/picture?size=256`,
          signal,
        }),
      ),
    staleTime: Infinity,
  });
}
