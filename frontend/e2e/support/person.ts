import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { agreeToTalk } from './agreement.js';
import { joinedState } from './joining.js';
import { PASSWORD } from './password.js';
import { Watch } from './watch.js';

let people = 0;

/** A user name that nobody has yet, on a server that other tests use too. */
export function newName(prefix: string): string {
  people += 1;
  return `${prefix}-${Date.now().toString(36)}${people}`;
}

type Prepare = (page: Page) => Promise<void>;

export type Delivery = 'queued' | 'stored' | 'delivered' | 'read' | 'failed';

/** Somebody with a browser of his own. What he does, he does as a person would: by name and role. */
export class Person {
  private constructor(
    readonly name: string,
    readonly home: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly watch: Watch,
    private readonly published: Promise<void>,
  ) {}

  /**
   * Comes with nothing.
   *
   * @param home the instance whose web app is used
   * @param prepare does something to the page before anything is loaded
   */
  static arrives(browser: Browser, home: string, name: string, prepare?: Prepare): Promise<Person> {
    return Person.comes(browser, home, name, {}, prepare);
  }

  /**
   * Comes with an account that was just made, signed in, and after the questions that new people
   * are asked: for tests that are about something else.
   */
  static async joins(
    browser: Browser,
    home: string,
    name: string,
    prepare?: Prepare,
  ): Promise<Person> {
    const storageState = await joinedState(home, name);
    const person = await Person.comes(browser, home, name, { storageState }, prepare);
    await person.isSignedIn();
    await person.canBeWrittenTo();
    return person;
  }

  private static async comes(
    browser: Browser,
    home: string,
    name: string,
    state: BrowserContextOptions,
    prepare?: Prepare,
  ): Promise<Person> {
    const context = await browser.newContext({
      ...state,
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
    });
    const page = await context.newPage();
    const watch = await Watch.over(page);
    const published = new Promise<void>((resolve) => {
      page.on('response', (response) => {
        const isStock = new URL(response.url()).pathname === '/api/key-packages';
        if (isStock && response.request().method() === 'POST' && response.ok()) {
          resolve();
        }
      });
    });
    await prepare?.(page);
    await page.goto(home);
    return new Person(name, home, context, page, watch, published);
  }

  /** Waits until others can encrypt for this browser, which has come with no keys. */
  async canBeWrittenTo(): Promise<void> {
    await this.published;
  }

  async leaves(): Promise<void> {
    await this.context.close();
    expect(this.watch.unexcused()).toEqual([]);
  }

  /**
   * Listens on the wire from now on. `stored` is kept when this browser was told of an entry of this
   * kind and has then acknowledged something: it does so when it has stored what it was told.
   */
  async listensFor(kind: string): Promise<{ stored: Promise<void> }> {
    const wire = await this.context.newCDPSession(this.page);
    await wire.send('Network.enable');
    const stored = new Promise<void>((resolve) => {
      let isTold = false;
      wire.on('Network.webSocketFrameReceived', ({ response }) => {
        isTold ||= response.payloadData.includes(`"${kind}"`);
      });
      wire.on('Network.webSocketFrameSent', ({ response }) => {
        if (isTold && response.payloadData.includes('"ack"')) {
          resolve();
        }
      });
    });
    return { stored };
  }

  // --- Signing in and out

  async registers(): Promise<void> {
    await this.page.goto(`${this.home}/register`);
    await this.createsAccount();
  }

  /** On the page that is for it. */
  async createsAccount(): Promise<void> {
    await this.typeCredentials();
    await this.button('Create account').click();
    await this.isSignedIn();
    await this.skipsFirstSteps();
  }

  /** Answers what a new person is asked once. */
  async skipsFirstSteps(): Promise<void> {
    await this.skipsProfile();
    await this.button('Not now').click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Answers the first of these questions. */
  async skipsProfile(): Promise<void> {
    const question = this.page.getByRole('dialog', { name: 'Who are you?' });
    await question.getByRole('button', { name: 'Not now' }).click();
    await this.page.getByRole('dialog', { name: 'What are you into?' }).waitFor();
  }

  async signsIn(password = PASSWORD): Promise<void> {
    await this.page.goto(`${this.home}/sign-in`);
    await this.typeCredentials(password);
    await this.button('Sign in').click();
  }

  async isSignedIn(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  async isAtSignIn(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }

  private async typeCredentials(password = PASSWORD): Promise<void> {
    await this.page.getByLabel('User name').fill(this.name);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
  }

  // --- Chatting

  /** Finds the other one, who has agreed to talk, among all people and opens the conversation. */
  async opensChatWith(other: string): Promise<void> {
    await agreeToTalk(this.home, this.name, other, PASSWORD);
    await this.searchesFor(other);
    await this.button(`Message ${other}`).click();
    await this.composer().waitFor();
  }

  /** Looks for somebody among all people. */
  async searchesFor(other: string): Promise<void> {
    await this.page.getByRole('link', { name: 'People', exact: true }).click();
    // The page before may have a field to search in, too.
    await this.page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    await this.page.getByRole('searchbox').fill(other);
  }

  /** Opens the conversation from the list. */
  async picksChatWith(other: string): Promise<void> {
    await this.page.getByRole('link', { name: /^Chats/ }).click();
    await this.chatInList(other).click();
    await this.composer().waitFor();
  }

  chatInList(other: string): Locator {
    return this.page
      .getByRole('list', { name: 'Your conversations' })
      .getByRole('link', { name: other });
  }

  async says(text: string): Promise<void> {
    await this.writes(text);
    await this.message(text).waitFor();
  }

  /** Sends a text that is not drawn as it is written, because it has marks in it. */
  async writes(text: string): Promise<void> {
    await this.composer().fill(text);
    await this.composer().press('Enter');
  }

  async sees(text: string, withinMs?: number): Promise<void> {
    await this.message(text).waitFor(withinMs === undefined ? {} : { timeout: withinMs });
  }

  /** Waits until an own message has come so far, by what is shown and by what is read aloud. */
  async seesDelivery(text: string, state: Delivery): Promise<void> {
    await this.message(text).locator(`[data-delivery="${state}"]`).waitFor();
  }

  /** The texts in the log as it is drawn, from top to bottom. */
  async messages(): Promise<string[]> {
    return this.page.getByRole('log').locator('article [data-text]').allInnerTexts();
  }

  /** Whether the end of the log is in view. */
  async isAtEnd(): Promise<boolean> {
    return this.page
      .getByRole('log')
      .evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight <= 1);
  }

  /** Opens the menu of a message with a right click and takes a line of it. */
  async choosesFor(text: string, action: string): Promise<void> {
    await this.opensMenuOf(text);
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** Takes one of the emoji that are one touch away. */
  async reactsTo(text: string, emoji: string): Promise<void> {
    await this.opensMenuOf(text);
    await this.button(`React with ${emoji}`).click();
  }

  async opensMenuOf(text: string): Promise<void> {
    await this.message(text).locator('[data-text]').click({ button: 'right' });
    await this.page.getByRole('menu').waitFor();
  }

  message(text: string): Locator {
    return this.page.getByRole('log').locator('article').filter({ hasText: text });
  }

  composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message to/ });
  }

  // --- The network

  async losesNetwork(): Promise<void> {
    this.watch.excuse(/ERR_INTERNET_DISCONNECTED/);
    await this.context.setOffline(true);
    await this.page.locator('[data-connection="offline"]').waitFor();
  }

  async regainsNetwork(): Promise<void> {
    await this.context.setOffline(false);
    await this.isConnected();
  }

  async isConnected(): Promise<void> {
    await this.page.locator('[data-connection="online"]').waitFor({ state: 'attached' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
