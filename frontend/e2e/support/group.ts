import type { Locator, Page } from 'playwright-core';
import type { Person } from './person.js';

/** What a person does with groups, by name and role. */
export class GroupScreens {
  constructor(private readonly person: Person) {}

  private get page(): Page {
    return this.person.page;
  }

  /** Creates a group with these people, which is open then. */
  async creates(name: string, people: readonly string[], description = ''): Promise<void> {
    await this.page.getByRole('link', { name: /^Chats/ }).click();
    await this.page.getByRole('link', { name: 'New group' }).click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('Description').fill(description);
    await this.choose(people);
    await this.person.button('Create group').click();
    await this.person.composer().waitFor();
  }

  async opensInformation(): Promise<void> {
    await this.page.getByRole('link', { name: 'Group information' }).click();
    await this.information().waitFor();
  }

  async adds(people: readonly string[]): Promise<void> {
    await this.information().getByRole('button', { name: 'Add people' }).click();
    await this.choose(people);
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Add \d/ })
      .click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  private async choose(people: readonly string[]): Promise<void> {
    for (const name of people) {
      await this.page.getByRole('searchbox', { name: 'Search by user name' }).fill(name);
      await this.page.getByRole('checkbox', { name }).check();
    }
  }

  async renames(name: string): Promise<void> {
    await this.person.button('Change name and description').click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.person.button('Save').click();
  }

  /** Takes a line of the menu of a member, and says yes when asked. */
  async does(action: string, member: string, answer?: string): Promise<void> {
    await this.person.button(`What to do with ${member}`).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
    if (answer !== undefined) {
      await this.page.getByRole('dialog').getByRole('button', { name: answer }).click();
    }
  }

  /** Lets everybody do something, or only the admins. */
  async rules(right: string, who: 'Everybody' | 'Admins'): Promise<void> {
    await this.information()
      .getByRole('group', { name: right })
      .getByText(who, { exact: true })
      .click();
  }

  /**
   * Makes an invite link for so many people, while the information is open.
   *
   * @returns its address
   */
  async makesInviteLink(people: string): Promise<string> {
    await this.information().getByRole('button', { name: 'New invite link' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('How many people may use it').selectOption({ label: people });
    await dialog.getByRole('button', { name: 'Make link' }).click();
    const address = await dialog.getByLabel('Invite link').inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return address;
  }

  /** Revokes the only link that there is. */
  async revokesInviteLink(): Promise<void> {
    await this.information()
      .getByRole('button', { name: /^Revoke the link/ })
      .click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await this.information().locator('[data-link]').waitFor({ state: 'detached' });
  }

  /** Opens an invite link as from a mail: the whole app is loaded, from the person's own instance. */
  async followsInviteLink(address: string): Promise<void> {
    const { pathname, hash } = new URL(address);
    await this.page.goto('about:blank');
    await this.page.goto(this.person.home.replace(/\/$/, '') + pathname + hash);
  }

  /** Chooses a file as the picture of the group, while the information is open. */
  async choosesPicture(name: string, buffer: Buffer): Promise<void> {
    await this.page.getByLabel('Picture file').setInputFiles({
      name,
      mimeType: name.endsWith('.png') ? 'image/png' : 'text/plain',
      buffer,
    });
  }

  /** Waits for a line that tells what happened to the group. */
  async hears(text: string): Promise<void> {
    await this.page
      .getByRole('log')
      .locator('[data-event]')
      .getByText(text, { exact: true })
      .waitFor();
  }

  /** Waits until the person cannot write, for this reason. */
  async isTold(text: string): Promise<void> {
    await this.page.locator('[data-closed]').getByText(text).waitFor();
  }

  information(): Locator {
    return this.page.getByRole('complementary', { name: 'Group information' });
  }

  member(name: string): Locator {
    return this.information()
      .getByRole('list', { name: 'Members' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }
}
