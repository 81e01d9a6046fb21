import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Where Chromium is; null where there is none. */
export const chromiumPath = places.find((path) => existsSync(path)) ?? null;

export const noChromium = `no Chromium in any of: ${places.join(', ')} (on Debian: apt-get install chromium)`;

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a new, empty profile. */
export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error(noChromium);
  return await chromium.launch({ executablePath: chromiumPath, args });
}
