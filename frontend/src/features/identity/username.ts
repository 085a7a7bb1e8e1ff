import type { Configuration } from '@/lib/api/types';

type Limits = Pick<Configuration['limits'], 'usernameMin' | 'usernameMax'>;

/** What the server takes when it has not told yet. */
export const DEFAULT_LIMITS: Configuration['limits'] = {
  usernameMin: 3,
  usernameMax: 32,
  passwordMin: 8,
  passwordMax: 128,
  fileBytes: 1_073_741_824,
  files: 10,
  bodyBytes: 65_536,
  frameBytes: 131_072,
};

/** User names are compared and kept in lower case. */
export function normalUsername(text: string): string {
  return text.trim().toLowerCase();
}

export function isUsername(text: string, { usernameMin, usernameMax }: Limits): boolean {
  return (
    /^[a-z][a-z0-9._-]*$/.test(text) && text.length >= usernameMin && text.length <= usernameMax
  );
}

/** How long a password is in Unicode code points, as the server counts. */
export function passwordLength(password: string): number {
  return Array.from(password).length;
}
