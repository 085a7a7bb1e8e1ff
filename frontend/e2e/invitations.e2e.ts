import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { GroupScreens } from './support/group.js';
import { paintedPicture } from './support/pictures.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';

describe('the ways into a group, over two instances', () => {
  const browser = useBrowser();
  let amy: Person, ben: Person, cleo: Person;
  let atAmy: GroupScreens, atBen: GroupScreens;

  beforeAll(async () => {
    [amy, ben, cleo] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.arrives(browser(), SECOND, newName('ben')),
      Person.joins(browser(), SECOND, newName('cleo')),
    ]);
    [atAmy, atBen] = [new GroupScreens(amy), new GroupScreens(ben)];
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves(), cleo.leaves()]));

  test('a link leads a newcomer through signing up into the group, until it is revoked', async () => {
    await atAmy.creates('Choir', [], 'Thursdays at eight');
    await atAmy.opensInformation();
    const link = await atAmy.makesInviteLink('5 people');
    expect(link).toMatch(/\/join#[A-Za-z0-9_-]{43}$/);

    await atBen.followsInviteLink(link);
    await ben.page.getByText('You are invited to a group').waitFor();
    await ben.page.getByRole('link', { name: 'Create an account' }).click();
    await ben.page.getByText('You are invited to a group').waitFor();
    await ben.createsAccount();
    await ben.page.getByRole('heading', { name: 'Choir' }).waitFor();
    await ben.page.getByText('Thursdays at eight').waitFor();
    await lookAt(ben.page, 'invitation');
    await ben.button('Join group').click();
    await ben.composer().waitFor();
    await atBen.hears('You joined by a link');
    await ben.says('Hello everybody');
    await amy.sees('Hello everybody');
    await atAmy.hears(`${ben.name} joined by a link`);
    await atAmy.information().getByText('Used 1 of 5 times').waitFor();

    await atBen.followsInviteLink(link);
    await ben.page.getByRole('link', { name: 'Open the group' }).click();
    await ben.sees('Hello everybody');

    await atAmy.revokesInviteLink();
    cleo.watch.excuse(/status of 404/);
    await new GroupScreens(cleo).followsInviteLink(link);
    await cleo.page.getByRole('heading', { name: 'This invitation is over' }).waitFor();
  });

  test('where admins decide, they are asked at once, and let in or decline', async () => {
    await atAmy.creates('Board', []);
    await atAmy.opensInformation();
    await atAmy.information().getByText('With approval', { exact: true }).click();
    await atAmy.hears('You changed the rules');
    const link = await atAmy.makesInviteLink('Any number');
    for (const person of [ben, cleo]) {
      await new GroupScreens(person).followsInviteLink(link);
      await person.button('Ask to join').click();
      await person.page.getByText('You have asked to join').waitFor();
    }
    await amy.page.getByRole('link', { name: '2 people ask to join' }).waitFor();
    await amy.button(`Let in ${ben.name}`).waitFor();
    await lookAt(amy.page, 'join-requests');
    await amy.button(`Let in ${ben.name}`).click();
    await atAmy.hears(`You let ${ben.name} in`);
    await ben.page.getByRole('link', { name: 'Open the group' }).click();
    await atBen.hears(`${amy.name} let you in`);
    await ben.says('Thank you');
    await amy.sees('Thank you');

    await amy.button(`Decline ${cleo.name}`).click();
    await cleo.page.getByText('You were not let in').waitFor();
    await cleo.button('Ask to join').waitFor();
    await amy.page.getByRole('heading', { name: 'Asking to join' }).waitFor({ state: 'detached' });
    expect(await cleo.chatInList('Board').count()).toBe(0);
  });

  test('a picture becomes square and small, and everybody sees it until it is removed', async () => {
    await atAmy.creates('Garden', [cleo.name]);
    await cleo.picksChatWith('Garden');
    await atAmy.opensInformation();
    await atAmy.choosesPicture('notes.txt', Buffer.from('no picture'));
    await amy.page.getByText('Your browser cannot read this file as a picture').waitFor();
    await atAmy.choosesPicture('wide.png', await paintedPicture(amy));
    await amy.button('Use this picture').click();
    await atAmy.hears('You changed the picture');
    for (const [person, place] of [
      [amy, atAmy.information()],
      [amy, amy.chatInList('Garden')],
      [cleo, cleo.page.locator('header')],
      [cleo, cleo.chatInList('Garden')],
    ] as const) {
      const picture = place.locator('img[data-picture]').first();
      await picture.waitFor();
      await expect
        .poll(
          () =>
            picture.evaluate((img: HTMLImageElement) => ({
              src: img.src.slice(0, 16),
              width: img.naturalWidth,
              height: img.naturalHeight,
            })),
          { message: person.name },
        )
        .toEqual({ src: 'data:image/jpeg;', width: 256, height: 256 });
    }
    await lookAt(amy.page, 'group-picture');
    await amy.button('Change the picture').click();
    await amy.page.getByRole('menuitem', { name: 'Remove the picture' }).click();
    await new GroupScreens(cleo).hears(`${amy.name} removed the picture`);
    await cleo.page.locator('img[data-picture]').first().waitFor({ state: 'detached' });
  });
});
