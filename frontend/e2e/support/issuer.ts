import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { ISSUER_PORT } from './environment.js';

const PEER = fileURLToPath(
  new URL('../../../ejb-module/src/test/java/chat/parley/identity/OidcPeer.java', import.meta.url),
);

/** The issuer that the instances were told of, for all tests of a file. */
export function useIssuer(): void {
  let issuer: ChildProcess | undefined;
  beforeAll(async () => {
    const port = ISSUER_PORT();
    issuer = spawn('java', [PEER, port], { stdio: 'inherit' });
    await vi.waitUntil(() => isThere(`http://localhost:${port}/realms/parley/keys`), {
      timeout: 60_000,
      interval: 200,
    });
  });
  afterAll(() => issuer?.kill());
}

async function isThere(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Signs in on the page of the issuer. */
export async function signInAtIssuer(page: Page, who: string): Promise<void> {
  await page.getByRole('heading', { name: 'Test issuer' }).waitFor();
  await page.getByLabel('Who are you?').fill(who);
  await page.getByRole('button', { name: 'Continue' }).click();
}
