import type { IssuerAnswer } from '@/lib/api/types';

/** With what an issuer sent the browser back; undefined when it says nothing. */
export type IssuerReturn = IssuerAnswer | 'denied' | 'failed' | undefined;

/** Reads the address that an issuer sent the browser back to (RFC 6749, section 4.1.2). */
export function issuerReturn(issuer: string, search: string): IssuerReturn {
  const query = new URLSearchParams(search);
  const code = query.get('code');
  const state = query.get('state');
  const iss = query.get('iss');
  const error = query.get('error');
  if (error !== null) {
    return error === 'access_denied' || error === 'login_required' ? 'denied' : 'failed';
  }
  if (code === null || state === null) {
    return undefined;
  }
  return { issuer, code, state, ...(iss === null ? {} : { iss }) };
}
