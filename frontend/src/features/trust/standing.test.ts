import { describe, expect, test } from 'vitest';
import { standingOf } from './standing';

const verified = new Map([['ada', 'key']]);

describe('how sure a person is of somebody', () => {
  test('who was compared and has the same key is verified', () => {
    expect(standingOf('ada', { person: 'ada', key: 'key' }, verified)).toBe('verified');
  });

  test('who was compared and has another key is not verified any more', () => {
    expect(standingOf('ada', { person: 'ada', key: 'other' }, verified)).toBe('changed');
    const offered = { person: 'ada', key: 'key', candidate: 'other' };
    expect(standingOf('ada', offered, verified)).toBe('changed');
    expect(standingOf('ada', undefined, verified)).toBe('changed');
  });

  test('who was not compared is not verified', () => {
    expect(standingOf('ben', { person: 'ben', key: 'key' }, verified)).toBe('unverified');
    expect(standingOf('ben', undefined, verified)).toBe('unknown');
  });
});
