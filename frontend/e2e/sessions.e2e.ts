import { describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, SECOND } from './support/environment.js';
import { newName, Person } from './support/person.js';

describe('the sessions of a person', () => {
  const browser = useBrowser();

  async function twoBrowsers(): Promise<[Person, Person]> {
    const amy = await Person.arrives(browser(), FIRST, newName('amy'));
    await amy.registers();
    const second = await Person.arrives(browser(), SECOND, amy.name);
    await second.signsIn();
    await second.isSignedIn();
    // Being signed out is told by a refused request.
    for (const { watch } of [amy, second]) {
      watch.excuse(/status of 401/);
    }
    return [amy, second];
  }

  test('one can be ended from another, on another instance', async () => {
    const [amy, second] = await twoBrowsers();
    await second.isConnected();
    await amy.page.getByRole('link', { name: 'Settings' }).click();
    await amy.page.getByRole('button', { name: /^Sign out Chrome/ }).click();
    await second.isAtSignIn();
    expect(await second.page.getByText('Your session has ended').count()).toBe(1);
    await amy.page.getByText('This device', { exact: true }).waitFor();
    await Promise.all([amy.leaves(), second.leaves()]);
  });

  test('all of them end at once everywhere', async () => {
    const [amy, second] = await twoBrowsers();
    await second.isConnected();
    await amy.page.getByRole('link', { name: 'Settings' }).click();
    await amy.button('Sign out everywhere').click();
    await amy.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await Promise.all([amy.isAtSignIn(), second.isAtSignIn()]);
    await Promise.all([amy.leaves(), second.leaves()]);
  });
});
