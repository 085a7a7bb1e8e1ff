import type { Person } from '@/lib/api/types';
import { partialEmojiAt, searchEmoji } from './emoji';
import { matchingPeople, partialNameAt } from './mentions';

/** Something that may be meant by what is typed just now. */
export interface Suggestion {
  id: string;
  label: string;
  /** The emoji, or the person whose picture stands before the label. */
  emoji?: string;
  person?: Person;
  /** Where it begins, and what stands there when it is taken. */
  from: number;
  insert: string;
}

const OFFERED = 6;
const NONE: readonly Suggestion[] = [];

/** The names behind an `@`, or the emoji behind a colon, that the text before the caret may mean. */
export function suggestionsAt(
  text: string,
  caret: number | undefined,
  people: readonly Person[],
): readonly Suggestion[] {
  if (caret === undefined) {
    return NONE;
  }
  const name = partialNameAt(text, caret);
  if (name !== undefined) {
    return matchingPeople(people, name.typed).map((person) => ({
      id: person.id,
      label: person.username,
      person,
      from: name.from,
      insert: `@${person.username} `,
    }));
  }
  const emoji = partialEmojiAt(text, caret);
  if (emoji !== undefined) {
    return searchEmoji(emoji.typed)
      .slice(0, OFFERED)
      .map((item) => ({
        id: item.name,
        label: item.name.replaceAll('_', ' '),
        emoji: item.emoji,
        from: emoji.from,
        insert: `${item.emoji} `,
      }));
  }
  return NONE;
}
