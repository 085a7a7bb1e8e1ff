import { call } from '@/lib/api/client';
import type { PicturesOfPeople } from '@/lib/api/types';

/** The server answers for so many people at once. */
const AT_ONCE = 100;

interface Asked {
  resolve: (picture: string | null) => void;
  reject: (reason: unknown) => void;
}

type Ask = (people: readonly string[]) => Promise<PicturesOfPeople>;

/**
 * Asks for the pictures of people one by one, and the server for all of them together that a screen
 * shows.
 */
export function pictureNames(ask: Ask): (person: string) => Promise<string | null> {
  let waiting = new Map<string, Asked[]>();
  const send = async (asked: readonly [string, Asked[]][]) => {
    try {
      const { items } = await ask(asked.map(([person]) => person));
      const names = new Map(items.map(({ id, picture }) => [id, picture]));
      asked.forEach(([person, all]) =>
        all.forEach(({ resolve }) => resolve(names.get(person) ?? null)),
      );
    } catch (error) {
      asked.forEach(([, all]) => all.forEach(({ reject }) => reject(error)));
    }
  };
  const flush = () => {
    const asked = [...waiting];
    waiting = new Map();
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      void send(asked.slice(from, from + AT_ONCE));
    }
  };
  return (person) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) {
        setTimeout(flush);
      }
      waiting.set(person, [...(waiting.get(person) ?? []), { resolve, reject }]);
    });
}

/** The name of somebody's picture; null when there is none to see. */
export const pictureNameOf = pictureNames((people) =>
  call({
    method: 'GET',
    path: `/people/pictures?${people.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`,
  }),
);
