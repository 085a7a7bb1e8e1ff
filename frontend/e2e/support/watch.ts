import type { Page } from 'playwright-core';

/** What the browser itself writes when a page gives up a connection that is still being made. */
const GIVEN_UP = /WebSocket is closed before the connection is established/;

/** What the browser itself writes of a request that is refused, or does not come through. */
const REFUSED = 'Failed to load resource';

/**
 * Collects everything that a healthy page does not do: errors on the console, exceptions, and
 * violations of the Content-Security-Policy.
 */
export class Watch {
  private readonly complaints: string[] = [];
  private readonly excused: RegExp[] = [GIVEN_UP];

  static async over(page: Page): Promise<Watch> {
    const watch = new Watch();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        watch.hears(`${message.text()} ${message.location().url}`);
      }
    });
    page.on('pageerror', (error) => watch.hears(`uncaught: ${error.stack ?? error.message}`));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    return watch;
  }

  private hears(complaint: string): void {
    this.complaints.push(complaint);
    if (!complaint.startsWith(REFUSED)) {
      // A test that fails of it may not come as far as asking for it.
      console.log(complaint);
    }
  }

  /** The browser itself writes every refused request to the console; this test provokes one. */
  excuse(pattern: RegExp): void {
    this.excused.push(pattern);
  }

  /** What was complained about and not excused. */
  unexcused(): string[] {
    return this.complaints.filter((text) => !this.excused.some((pattern) => pattern.test(text)));
  }
}
