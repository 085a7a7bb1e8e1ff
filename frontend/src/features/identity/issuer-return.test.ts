import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rememberErrand, takeErrand } from './issuer-errand';
import { issuerReturn } from './issuer-return';

describe('what an issuer sends back', () => {
  test('is an answer with code and state', () => {
    expect(issuerReturn('company', '?code=a%20b&state=s&session_state=x')).toEqual({
      issuer: 'company',
      code: 'a b',
      state: 's',
    });
    expect(issuerReturn('company', '?code=c&state=s&iss=https%3A%2F%2Fid.example.org')).toEqual({
      issuer: 'company',
      code: 'c',
      state: 's',
      iss: 'https://id.example.org',
    });
  });

  test('may be a refusal', () => {
    expect(issuerReturn('company', '?error=access_denied&state=s')).toBe('denied');
    expect(issuerReturn('company', '?error=server_error&code=c&state=s')).toBe('failed');
  });

  test('may be nothing', () => {
    for (const search of ['', '?', '?code=c', '?state=s']) {
      expect(issuerReturn('company', search)).toBeUndefined();
    }
  });
});

describe('an errand', () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });

  test('is taken once', () => {
    rememberErrand({ purpose: 'link', returnTo: '/settings' });
    expect(takeErrand()).toEqual({ purpose: 'link', returnTo: '/settings' });
    expect(takeErrand()).toEqual({ purpose: 'sign-in' });
  });

  test('keeps no secret of an address', () => {
    rememberErrand({ purpose: 'sign-in', returnTo: '/join#token' });
    expect([...kept.values()].join()).not.toContain('token');
    expect(takeErrand()).toEqual({ purpose: 'sign-in' });
  });

  test('that is none of ours signs in', () => {
    for (const text of ['7', '{"purpose":"rob"}', '[', 'null']) {
      kept.set('parley-errand', text);
      expect(takeErrand()).toEqual({ purpose: 'sign-in' });
    }
  });
});
