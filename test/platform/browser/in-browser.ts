import { describe } from 'vitest';
import { chromiumPath, noChromium } from './chromium.ts';

const skipped = chromiumPath === null && !process.env.CI;
if (skipped) process.stderr.write(`Skipped: ${noChromium}\n`);

/** Tests that need the browser. Without one they are skipped, and say so; in the gate (CI) they fail. */
export const describeInBrowser = describe.skipIf(skipped);
