import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { commands } from '../../../commands/index.ts';
import { type Command, createDispatcher } from '../../../src/command/index.ts';
import { rasterize } from '../../../src/picture/index.ts';
import { startBrowser } from '../../../src/platform/browser/index.ts';
import { memoryKeeper } from '../../../src/platform/keeper.ts';
import { servicesFor } from '../../command/services.ts';
import { launchChromium } from './chromium.ts';

export const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** A tab with the page open. */
export interface Tab {
  readonly page: Page;
  readonly box: Locator;
  /** What the page asked of any server, and what went wrong in it. */
  readonly requests: readonly string[];
  readonly troubles: readonly string[];
  /** Types a question, sends it, and waits for its answer. */
  readonly ask: (text: string) => Promise<Locator>;
}

export interface Playground {
  readonly address: string;
  readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Tab>;
  readonly stop: () => Promise<void>;
}

/** The bot with all its commands and these, served to a real browser. */
export async function openPlayground(extra: readonly Command[] = []): Promise<Playground> {
  const all = [...commands, ...extra];
  const dispatcher = createDispatcher({ commands: all, services: await servicesFor(all), log: quiet });
  const server = await startBrowser({
    port: 0,
    commands: all.map(({ description }) => description),
    dispatcher,
    keeper: memoryKeeper(),
    rasterize,
    log: quiet,
  });
  const browser: Browser = await launchChromium();
  const address = `http://127.0.0.1:${server.port}`;
  return {
    address,
    open: async (path = '/', options = {}) => {
      const context = await browser.newContext(options);
      const tab = watched(await context.newPage());
      await tab.page.goto(address + path);
      await tab.page.locator('#ready button').first().waitFor({ state: 'attached' });
      return tab;
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

function watched(page: Page): Tab {
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') troubles.push(line.text());
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const box = page.getByRole('textbox', { name: 'Your question' });
  const ask = async (text: string) => {
    const questions = await page.getByRole('article').count();
    await box.fill(text);
    await box.press('Enter');
    return answerTo(page, questions + 1);
  };
  return { page, box, requests, troubles, ask };
}

/** The answer to the question with this number, once it is there. */
export async function answerTo(page: Page, number: number): Promise<Locator> {
  const answer = page.getByRole('region', { name: `Answer to question ${number}`, exact: true });
  await answer.waitFor();
  return answer;
}

/** The name of what has the focus. */
export async function focused(page: Page): Promise<string> {
  const element = page.locator(':focus');
  if ((await element.count()) === 0) return '';
  return (await element.getAttribute('aria-label')) ?? ((await element.textContent()) ?? '').trim();
}
