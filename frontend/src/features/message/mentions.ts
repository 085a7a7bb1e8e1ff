import type { Person } from '@/lib/api/types';
import type { Mention } from '@/lib/message/message-body';

/** Beyond these the others are not told. */
const MOST = 50;
const WORD = /[\p{L}\p{N}_.-]/u;

/** The people who are named with an `@` in a text. */
export function mentionsIn(text: string, people: readonly Person[]): Mention[] {
  const lower = text.toLowerCase();
  const mentions: Mention[] = [];
  for (let from = text.indexOf('@'); from !== -1; from = text.indexOf('@', from + 1)) {
    const person = WORD.test(text.charAt(from - 1)) ? undefined : namedAt(lower, from + 1, people);
    if (person !== undefined && mentions.length < MOST) {
      mentions.push({ account: person.id, from, length: person.username.length + 1 });
    }
  }
  return mentions;
}

/** The longest name that stands here as a whole; a full stop behind it belongs to the sentence. */
function namedAt(lower: string, at: number, people: readonly Person[]): Person | undefined {
  return people
    .filter(({ username }) => {
      const rest = lower.slice(at + username.length);
      return lower.startsWith(username.toLowerCase(), at) && !/^[.-]*[\p{L}\p{N}_]/u.test(rest);
    })
    .sort((a, b) => b.username.length - a.username.length)[0];
}

/** The name that is being typed behind an `@`, up to the caret. */
export interface PartialName {
  /** Where the `@` stands. */
  from: number;
  typed: string;
}

/** What is being typed behind an `@` that begins a word; undefined when nothing is. */
export function partialNameAt(text: string, caret: number): PartialName | undefined {
  const [, typed] = /(?:^|[^\p{L}\p{N}_.-])@([\p{L}\p{N}_.-]*)$/u.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, typed };
}

const OFFERED = 6;

/** The people whose name goes on like this, those who begin with it first. */
export function matchingPeople(people: readonly Person[], typed: string): Person[] {
  const wanted = typed.toLowerCase();
  return people
    .filter(({ username }) => username.toLowerCase().includes(wanted))
    .sort(
      (a, b) =>
        a.username.toLowerCase().indexOf(wanted) - b.username.toLowerCase().indexOf(wanted) ||
        a.username.localeCompare(b.username),
    )
    .slice(0, OFFERED);
}
