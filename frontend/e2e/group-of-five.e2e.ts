import { expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

const browser = useBrowser();

test('five write and read encrypted, and who is removed is locked out of what follows', async () => {
  const people = await Promise.all(
    ['amy', 'ben', 'cleo', 'dora', 'emil'].map((name, index) =>
      Person.joins(browser(), index % 2 === 0 ? FIRST : SECOND, newName(name)),
    ),
  );
  const [amy, ben, cleo, dora, emil] = people as [Person, Person, Person, Person, Person];
  // Whoever joins the group while somebody else does is not always waited for.
  people.forEach(({ watch }) => watch.excuse(/404 .*\/welcome/));
  const atAmy = new GroupScreens(amy);
  await atAmy.creates(
    'Quintet',
    [ben, cleo, dora, emil].map(({ name }) => name),
  );
  await amy.page.getByText('5 members').first().waitFor();
  const said = people.map(({ name }) => `${name} is in`);
  await amy.says(said[0] ?? '');
  for (const [index, person] of people.slice(1).entries()) {
    await person.picksChatWith('Quintet');
    await person.sees(said[index] ?? '');
    await person.says(said[index + 1] ?? '');
  }
  for (const person of people) {
    await person.page.getByText('End-to-end encrypted').first().waitFor();
    await expect.poll(() => person.messages(), { message: person.name }).toEqual(said);
  }
  await amy.seesDelivery(said[0] ?? '', 'read');
  await lookAt(amy.page, 'group-of-five');

  await atAmy.opensInformation();
  await atAmy.does('Remove from the group', emil.name, 'Remove');
  await atAmy.hears(`You removed ${emil.name}`);
  await amy.says('Only four of us now');
  for (const person of [ben, cleo, dora]) {
    await person.sees('Only four of us now');
  }
  await new GroupScreens(emil).isTold('You were removed from this group.');
  await emil.page.reload();
  await new GroupScreens(emil).isTold('You were removed from this group.');
  await expect.poll(() => emil.messages()).toEqual(said);
  await lookAt(emil.page, 'group-locked-out');
  await Promise.all(people.map((person) => person.leaves()));
});
