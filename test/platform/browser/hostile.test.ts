import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCommands } from './commands.ts';
import { describeInBrowser } from './in-browser.ts';
import { answerTo, openPlayground, type Playground } from './playground.ts';

const hostile = [
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  'javascript:alert(3)',
  '**bold** [link](javascript:alert(4)) `code` @everyone <!channel> &lt;b&gt; </pre></textarea>',
].join(' ');

describeInBrowser('a hostile message', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground(testCommands);
  });
  afterAll(() => playground.stop());

  test('is shown as the text that it is, wherever a text can stand', async () => {
    const { ask, page, troubles } = await playground.open();
    const answer = await ask(`/echo ${hostile}`);
    expect(await answer.getByRole('heading', { level: 3 }).textContent()).toBe(hostile);
    const shown = (await answer.textContent())?.split(hostile).length ?? 0;
    expect(shown - 1).toBeGreaterThanOrEqual(17);
    expect(
      await page.getByRole('article').locator('script, img[src="x"], b, a[href^="javascript"]').count(),
    ).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('is shown as text in each of the three faces', async () => {
    const { ask, page, troubles } = await playground.open();
    await ask(`/echo ${hostile}`);
    await page.getByRole('button', { name: 'On Discord and Slack' }).click();
    const faces = page.getByRole('dialog');
    for (const face of ['Discord', 'Slack', 'Plain text']) {
      const text = (await faces.getByRole('region', { name: face }).textContent()) ?? '';
      expect(text.replaceAll(/[\u200b\u02cb`]/g, '')).toContain(hostile.replaceAll('`', ''));
    }
    expect(await faces.locator('script, img[src="x"], b, a[href^="javascript"]').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('is text in a link, too', async () => {
    const { page, troubles } = await playground.open(`/?q=${encodeURIComponent(hostile)}`);
    await answerTo(page, 1);
    expect(await page.locator('.bubble').textContent()).toBe(hostile);
    expect(troubles).toEqual([]);
  });

  test('can have no script that it brings along run', async () => {
    const { page } = await playground.open();
    const refused: readonly boolean[] = await page.evaluate(`[
      () => (document.body.innerHTML = '<p>markup</p>'),
      () => (document.body.appendChild(document.createElement('script')).src = 'data:text/javascript,document.title=1'),
    ].map((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    })`);
    expect(refused).toEqual([true, true]);
    expect(await page.title()).toBe('Lifeguard');
  });
});
