import { call } from '@/lib/api/client';
import type { Contact, RequestAnswer } from '@/lib/api/types';

/** Answers a chat request. */
export function answerRequest(person: string, answer: RequestAnswer['answer']): Promise<Contact> {
  return call({ method: 'PUT', path: `/people/${person}/request/answer`, body: { answer } });
}
