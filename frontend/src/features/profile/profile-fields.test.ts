import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/api/types';
import { changed, fieldsOf } from './profile-fields';

const profile: Profile = {
  displayName: 'Ada',
  birthDate: '1990-12-31',
  asked: true,
  links: ['https://example.org/a', 'https://example.org/b'],
  visibility: {
    displayName: 'everyone',
    about: 'contacts',
    birthDate: 'nobody',
    gender: 'nobody',
    links: 'contacts',
    interests: 'everyone',
    picture: 'everyone',
  },
};

describe('the change of a profile', () => {
  test('is nothing when nothing was touched', () => {
    expect(changed(profile, fieldsOf(profile))).toEqual({});
  });

  test('names what was touched, and what was emptied as empty', () => {
    const fields = fieldsOf(profile);
    expect(
      changed(profile, {
        ...fields,
        displayName: '  ',
        about: ' Hello ',
        links: 'https://example.org/a\n',
        visibility: { ...fields.visibility, birthDate: 'contacts' },
      }),
    ).toEqual({
      displayName: '',
      about: 'Hello',
      links: ['https://example.org/a'],
      visibility: { birthDate: 'contacts' },
    });
  });

  test('completes links without a scheme, and leaves other schemes to be refused', () => {
    const fields = { ...fieldsOf(profile), links: 'example.org/x  http://a.example\njavascript:x' };
    expect(changed(profile, fields).links).toEqual([
      'https://example.org/x',
      'http://a.example',
      'javascript:x',
    ]);
  });
});
