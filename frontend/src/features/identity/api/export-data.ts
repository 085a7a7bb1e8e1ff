import { callForFile } from '@/lib/api/client';

/** Everything that is stored of the person who is signed in, as a ZIP archive. */
export function exportData(): Promise<Blob> {
  return callForFile({ method: 'POST', path: '/account/export', body: {} });
}
