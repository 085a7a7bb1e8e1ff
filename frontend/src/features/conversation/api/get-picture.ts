import { queryOptions } from '@tanstack/react-query';
import { callForFile } from '@/lib/api/client';

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
        await callForFile({ method: 'GET', path: `/conversations/${group}/picture`, signal }),
      ),
    staleTime: Infinity,
  });
}

function dataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () =>
      reject(new Error('The picture cannot be read.', { cause: reader.error }));
    reader.readAsDataURL(file);
  });
}
