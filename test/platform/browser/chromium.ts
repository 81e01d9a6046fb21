import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const found = places.find(existsSync);

const missing = `no Chromium in any of: ${places.join(', ')} (on Debian: apt-get install chromium)`;

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
  if (found === undefined) throw new Error(missing);
  return await chromium.launch({ executablePath: found, args });
}

/** Tests that need the browser. Without one they are skipped, and say so; the gate does not let that pass. */
export const describeInBrowser = describe.skipIf(found === undefined && !process.env.CI);
if (found === undefined && !process.env.CI) process.stderr.write(`Skipped: ${missing}\n`);
