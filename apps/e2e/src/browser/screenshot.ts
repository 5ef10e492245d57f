import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { e2eConfig } from '../e2e.config.js';

/** Takes a picture of what is on the screen, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const { screenshotFolder } = e2eConfig();
  if (screenshotFolder === undefined) return;
  await mkdir(screenshotFolder, { recursive: true });
  await page.screenshot({ path: join(screenshotFolder, `${name}.png`), animations: 'disabled' });
}
