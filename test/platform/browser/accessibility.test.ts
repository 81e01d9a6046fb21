import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCommands } from './commands.ts';
import { describeInBrowser } from './in-browser.ts';
import { openPlayground, type Playground, type Tab } from './playground.ts';

/** What axe-core finds against WCAG 2.2 A and AA and its own best practices, in short. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Colours that are still changing are not what anybody reads.
  await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished))');
  const { violations: found }: axe.AxeResults = await page.evaluate('axe.run()');
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
}

const sidewards = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['wide and light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['wide and dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['320 pixels and light', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
  ['320 pixels and dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
];

describeInBrowser('accessibility', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground(testCommands);
  });
  afterAll(() => playground.stop());

  describe.each(looks)('%s', (_, look) => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await playground.open('/', look);
    });

    test('an empty chat', async () => {
      expect(await violations(tab.page)).toEqual([]);
      expect(await sidewards(tab.page)).toBe(false);
    });

    test('answers with every kind of block', async () => {
      await tab.ask('what is the difference between GlobalAveragePooling2D and AveragePooling2D?');
      await tab.ask(
        'import torch.nn as nn\npool = nn.MaxPool2d(3)  # a comment\nprint("y", pool(torch.zeros(1, 1, 9, 9)))',
      );
      await tab.page.getByRole('button', { name: 'code', exact: true }).last().click();
      await tab.page.locator('.answer .code').waitFor();
      await tab.ask(`/echo ${'a word and 1 more '.repeat(12)}`);
      await tab.ask('/nonsense');
      expect(await violations(tab.page)).toEqual([]);
      expect(await sidewards(tab.page)).toBe(false);
    });

    test('suggestions', async () => {
      await tab.box.pressSequentially('/');
      await tab.page.getByRole('option').first().waitFor();
      await tab.page.keyboard.press('ArrowDown');
      expect(await violations(tab.page)).toEqual([]);
      await tab.page.keyboard.press('Escape');
      await tab.box.fill('');
    });

    test('the form of a command', async () => {
      await tab.page.getByRole('button', { name: 'Commands' }).click();
      await tab.page.getByRole('dialog').waitFor();
      expect(await violations(tab.page)).toEqual([]);
      await tab.page.keyboard.press('Escape');
    });

    test('the three faces of an answer', async () => {
      await tab.page
        .getByRole('article')
        .nth(2)
        .getByRole('button', { name: 'On Discord and Slack' })
        .click();
      await tab.page.getByRole('dialog').waitFor();
      expect(await violations(tab.page)).toEqual([]);
      expect(await sidewards(tab.page)).toBe(false);
      await tab.page.keyboard.press('Escape');
    });
  });

  test('an answer is told to a screen reader in a few words', async () => {
    const { page, ask } = await playground.open();
    await ask('MaxPooling2D() on 28x28x64');
    expect(await page.getByRole('status').textContent()).toMatch(
      /^Answer: 14 × 14 × 64\. I read MaxPooling2D/,
    );
  });
});
