import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { paintedPicture } from './support/pictures.js';

describe('pictures over two instances', () => {
  const browser = useBrowser();
  let amy: Person, ben: Person;

  beforeAll(async () => {
    [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    await ben.opensChatWith(amy.name);
    await ben.says('What do you look like?');
    await amy.picksChatWith(ben.name);
    await amy.says('Wait a moment.');
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves()]));

  const chooses = (name: string, buffer: Buffer) =>
    amy.page.getByLabel('Picture file').setInputFiles({ name, mimeType: 'image/png', buffer });

  const dialog = () => amy.page.getByRole('dialog', { name: 'What is shown' });

  /** The colour in the middle of what will be seen. */
  const middle = () =>
    dialog()
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        // A copy: reading what is shown would slow its drawing down.
        const copy = document.createElement('canvas');
        copy.width = canvas.width;
        copy.height = canvas.height;
        const pen = copy.getContext('2d', { willReadFrequently: true });
        pen?.drawImage(canvas, 0, 0);
        return [...(pen?.getImageData(288, 288, 1, 1).data ?? [])].slice(0, 3);
      });

  const shown = (place: Locator) => place.locator('img[data-picture]').first();

  test('a picture is cut out with pointer and keys, and sent', async () => {
    await amy.page.goto(`${FIRST}/profile`);
    await amy.page.getByText('Without one people see your initials').waitFor();
    await chooses('notes.png', Buffer.from('no picture'));
    await amy.page.getByText('Your browser cannot read this file as a picture').waitFor();

    await chooses('wide.png', await paintedPicture(amy));
    await dialog().waitFor();
    const stage = amy.button('Move the picture');
    const before = await middle();
    await stage.focus();
    for (let presses = 0; presses < 5; presses++) {
      await amy.page.keyboard.press('ArrowLeft');
    }
    await expect.poll(middle).toEqual([255, 255, 255]);
    expect(before).not.toEqual([255, 255, 255]);
    await dialog().getByLabel('Zoom').focus();
    for (let presses = 0; presses < 10; presses++) {
      await amy.page.keyboard.press('ArrowRight');
    }
    await expect
      .poll(async () => Number(await dialog().getByLabel('Zoom').inputValue()))
      .toBeGreaterThan(1.5);
    const box = await stage.boundingBox();
    if (box === null) {
      throw new Error('the stage is not there');
    }
    await amy.page.mouse.move(box.x + 200, box.y + 100);
    await amy.page.mouse.down();
    await amy.page.mouse.move(box.x + 20, box.y + 100, { steps: 5 });
    await amy.page.mouse.up();
    await expect.poll(middle).not.toEqual([255, 255, 255]);
    await lookAt(amy.page, 'picture-crop');
    await amy.button('Use this picture').click();
    await dialog().waitFor({ state: 'detached' });
    await shown(amy.page.getByRole('main').or(amy.page.locator('body'))).waitFor();
    await lookAt(amy.page, 'profile-picture');
  });

  test('others see it at once, wherever the person is shown', async () => {
    await shown(ben.chatInList(amy.name)).waitFor();
    await shown(ben.page.locator('header')).waitFor();
    // What an address is of is known before the picture in it is decoded.
    await expect
      .poll(() =>
        shown(ben.chatInList(amy.name)).evaluate((img: HTMLImageElement) => ({
          src: img.src.slice(0, 16),
          width: img.naturalWidth,
        })),
      )
      .toEqual({ src: 'data:image/jpeg;', width: 96 });
    await lookAt(ben.page, 'chat-with-picture');
  });

  test('who is not shown it sees initials, and so does everybody when it is removed', async () => {
    await amy.page
      .getByRole('group', { name: 'Who is shown: Picture' })
      .getByText('Nobody', { exact: true })
      .click();
    await amy.button('Save profile').click();
    await amy.page.getByText('Profile saved').waitFor();
    await shown(ben.chatInList(amy.name)).waitFor({ state: 'detached' });
    await amy.page
      .getByRole('group', { name: 'Who is shown: Picture' })
      .getByText('Contacts', { exact: true })
      .click();
    await amy.button('Save profile').click();
    await shown(ben.chatInList(amy.name)).waitFor();

    await amy.button('Change the picture').click();
    await amy.page.getByRole('menuitem', { name: 'Remove the picture' }).click();
    await shown(ben.chatInList(amy.name)).waitFor({ state: 'detached' });
  });
});
