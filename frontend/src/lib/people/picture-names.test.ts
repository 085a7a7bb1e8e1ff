import { expect, test } from 'vitest';
import { pictureNames } from './picture-names';

function person(number: number): string {
  return `person-${number}`;
}

test('those who are asked for together are one request', async () => {
  const asked: (readonly string[])[] = [];
  const nameOf = pictureNames((people) => {
    asked.push(people);
    return Promise.resolve({ items: [{ id: 'amy', picture: 'sun' }] });
  });
  const answers = await Promise.all([nameOf('amy'), nameOf('bob'), nameOf('amy')]);
  expect(answers).toEqual(['sun', null, 'sun']);
  expect(asked).toEqual([['amy', 'bob']]);
  await nameOf('amy');
  expect(asked).toHaveLength(2);
});

test('very many are several requests, and one that fails fails for its own', async () => {
  const nameOf = pictureNames((people) =>
    people.includes(person(0))
      ? Promise.reject(new Error('away'))
      : Promise.resolve({ items: people.map((id) => ({ id, picture: id })) }),
  );
  const answers = await Promise.allSettled(
    Array.from({ length: 150 }, (_, number) => nameOf(person(number))),
  );
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(100);
  expect(answers.at(-1)).toEqual({ status: 'fulfilled', value: person(149) });
});
