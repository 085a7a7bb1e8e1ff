import type { Profile, ProfileChange, ProfileVisibility } from '@/lib/api/types';

/** A profile as it is typed: nothing is an empty text, and each link has a line. */
export interface ProfileFields {
  displayName: string;
  about: string;
  birthDate: string;
  gender: string;
  links: string;
  visibility: ProfileVisibility;
}

export function fieldsOf(profile: Profile): ProfileFields {
  return {
    displayName: profile.displayName ?? '',
    about: profile.about ?? '',
    birthDate: profile.birthDate ?? '',
    gender: profile.gender ?? '',
    links: profile.links.join('\n'),
    visibility: profile.visibility,
  };
}

/** What was changed: what was not touched is not sent, since another device may have changed it. */
export function changed(profile: Profile, fields: ProfileFields): ProfileChange {
  const before = fieldsOf(profile);
  const texts = (['displayName', 'about', 'birthDate', 'gender'] as const)
    .map((name) => [name, fields[name].trim()] as const)
    .filter(([name, text]) => text !== before[name]);
  const shown = (Object.keys(fields.visibility) as (keyof ProfileVisibility)[]).filter(
    (name) => fields.visibility[name] !== before.visibility[name],
  );
  const links = linksIn(fields.links);
  return {
    ...Object.fromEntries(texts),
    ...(links.join('\n') === before.links ? {} : { links }),
    ...(shown.length === 0
      ? {}
      : { visibility: Object.fromEntries(shown.map((name) => [name, fields.visibility[name]])) }),
  };
}

/** The links of a few lines; who leaves out the scheme means https. */
function linksIn(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((link) => link !== '')
    .map((link) => (/^[a-z][a-z0-9+.-]*:/iu.test(link) ? link : `https://${link}`));
}
