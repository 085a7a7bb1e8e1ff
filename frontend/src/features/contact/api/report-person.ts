import { call } from '@/lib/api/client';
import type { Report } from '@/lib/api/types';

/** Tells moderators of somebody; the same id again changes nothing. */
export function reportPerson(person: string, id: string, report: Report): Promise<void> {
  return call({ method: 'PUT', path: `/people/${person}/reports/${id}`, body: report });
}
