import { access } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { e2eConfig } from '../e2e.config.js';

/** Quiet: a browser under test asks nobody but the platform. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  const { chromiumPath } = e2eConfig();
  await access(chromiumPath).catch((cause: unknown) => {
    throw new Error(`No browser at ${chromiumPath}: install Chromium, or set CHROMIUM_PATH`, { cause });
  });
  return chromium.launch({ executablePath: chromiumPath, args: ARGUMENTS });
}
