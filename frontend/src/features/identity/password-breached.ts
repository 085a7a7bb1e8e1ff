import { ApiProblem } from '@/lib/api/problem';

/** Whether the server refused a password because attackers know it. */
export function isPasswordBreached(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'password-breached';
}
