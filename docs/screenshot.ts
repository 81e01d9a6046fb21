import { join } from 'node:path';
import { openPlayground } from '../test/platform/browser/playground.ts';

/** `npm run screenshot`: the playground with an answer and its picture, for the README. Needs Chromium. */
const playground = await openPlayground();
const { page, ask, box } = await playground.open('/', {
  viewport: { width: 900, height: 1160 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
});
await ask('AveragePooling2D(2) on 4x4x4');
await page.getByRole('button', { name: 'picture', exact: true }).click();
await page.locator('.picture').waitFor();
await page.evaluate(`document.querySelector('.picture').decode()`);
await page.evaluate('scrollTo(0, 0)');
await box.focus();
await page.screenshot({ path: join(import.meta.dirname, 'images/playground.png') });
await playground.stop();
