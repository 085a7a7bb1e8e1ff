import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { SCREENSHOTS } from './environment.js';

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};
const themes = ['light', 'dark'] as const;

/** The rules of axe that ask for colours: all that a theme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Looks at a screen in both sizes: axe finds nothing, by its rules about colours in both themes,
 * and nothing sticks out sideways, also with text of twice the size. Keeps a picture of each size
 * and theme for the documents when they are wanted.
 */
export async function lookAt(page: Page, screen: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page);
      const rules = colorScheme === 'light' ? {} : { runOnly: colourRules };
      await expectAccessible(page, `${screen}, ${size}, ${colorScheme}`, rules);
      if (SCREENSHOTS !== undefined) {
        await mkdir(SCREENSHOTS, { recursive: true });
        await page.screenshot({ path: `${SCREENSHOTS}/${screen}-${size}-${colorScheme}.png` });
      }
    }
    await expectNothingSticksOut(page, `${screen}, ${size}`);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectNothingSticksOut(page, `${screen}, ${size}, text of twice the size`);
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  }
  await page.setViewportSize(sizes.desktop);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}

/** Waits until the fonts are there and nothing has moved for some frames. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const shape = () =>
      [...document.querySelectorAll('article, [role="log"], dialog')]
        .map((element) => JSON.stringify(element.getBoundingClientRect()))
        .join();
    // A list of messages is measured before it is shown.
    const isShown = () =>
      document.querySelector('[data-testid="virtuoso-item-list"][style*="hidden"]') === null;
    let before = '';
    for (let still = 0; still < 10;) {
      await new Promise(requestAnimationFrame);
      const now = shape();
      still = now === before && isShown() ? still + 1 : 0;
      before = now;
    }
    // One that is cancelled has come to its end too.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

async function expectAccessible(page: Page, where: string, rules: RunOptions): Promise<void> {
  // Half a megabyte, which a page that was looked at before has already.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await axe);
  }
  let found = await findings(page, rules);
  while (found === undefined) {
    await settle(page);
    found = await findings(page, rules);
  }
  expect(found, `axe at ${where}`).toEqual([]);
}

/** What axe finds; undefined when some of it was taken off the screen while axe looked. */
function findings(page: Page, rules: RunOptions): Promise<string[] | undefined> {
  return page.evaluate(async (wanted) => {
    const { axe } = window as unknown as {
      axe: { run: (options: RunOptions) => Promise<AxeResults> };
    };
    const { violations } = await axe.run({
      elementRef: true,
      resultTypes: ['violations'],
      ...wanted,
    });
    const isGone = violations.some(({ nodes }) =>
      nodes.some(({ element }) => element?.isConnected === false),
    );
    return isGone
      ? undefined
      : violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
  }, rules);
}

async function expectNothingSticksOut(page: Page, where: string): Promise<void> {
  const { overflow, culprits } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      overflow: scrollWidth - clientWidth,
      culprits: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth)
        .map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  expect(overflow, `sideways overflow at ${where}: ${culprits.join('\n')}`).toBeLessThanOrEqual(0);
}
