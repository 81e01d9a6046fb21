import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCommands } from './commands.ts';
import { describeInBrowser } from './in-browser.ts';
import { answerTo, focused, openPlayground, type Playground, type Tab } from './playground.ts';

describeInBrowser('the playground', () => {
  let playground: Playground;
  /** One tab for questions that have nothing to do with each other. */
  let asked: Tab;
  beforeAll(async () => {
    playground = await openPlayground(testCommands);
    asked = await playground.open();
  });
  afterAll(() => playground.stop());

  test.each([
    ['average pooling with pool size 2x2 and stride 2 on 4 (height) x 4 (width) x 4 (channels)', '2 × 2 × 4'],
    ['GlobalAveragePooling2D on 4x4x4', '4'],
    ['GlobalAveragePooling2D(keepdims=True) on 4x4x4', '1 × 1 × 4'],
    ['GlobalAveragePooling2D on (8, 4, 4, 4)', '(8, 4)'],
    ['GlobalAveragePooling2D on (None, 7, 7, 1024)', '(None, 1024)'],
    ['GlobalAveragePooling2D with channels_first on (None, 1024, 7, 7)', '(None, 1024)'],
    ["AveragePooling2D(pool_size=(2, 2), strides=2, padding='same') on (8, 5, 5, 3)", '(8, 3, 3, 3)'],
    ['nn.AvgPool2d(2) on [8, 3, 5, 5]', '(8, 3, 2, 2)'],
    ['nn.AdaptiveAvgPool2d(1) on [8, 3, 5, 5]', '(8, 3, 1, 1)'],
    ['MaxPooling2D() on 28x28x64', '14 × 14 × 64'],
    ['average pool 2x2 of [[1,2],[3,4]]', '2.5'],
  ])('%s → %s', async (question, title) => {
    const answer = await asked.ask(question);
    expect(await answer.getByRole('heading').first().textContent()).toBe(title);
  });

  test('shows the difference between local and global pooling with its table and its picture', async () => {
    const { ask, page } = await playground.open();
    const answer = await ask('what is the difference between GlobalAveragePooling2D and AveragePooling2D?');
    const row = answer.getByRole('row', { name: /Dense\(10\)/ });
    expect(await row.textContent()).toMatch(/170 parameters.*50 parameters/);
    const picture = answer.getByRole('img');
    expect(await picture.getAttribute('alt')).toMatch(/3\.5, 5\.5; 11\.5, 13\.5.*8\.5/);
    const natural: number = await page.evaluate(
      `{ const image = document.querySelector('.picture'); image.decode().then(() => image.naturalWidth) }`,
    );
    const shown = (await picture.boundingBox())?.width ?? 0;
    expect(natural).toBeGreaterThan(shown);
    expect(await page.locator('svg').count()).toBe(0);
  });

  test('a button changes the answer in its place and takes the reader along', async () => {
    const { ask, page } = await playground.open();
    await ask('AveragePooling2D(2) on 4x4x4');
    await page.getByRole('button', { name: 'as PyTorch' }).click();
    await page.getByText('nn.AvgPool2d').first().waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await focused(page)).toBe('Answer to question 1');
  });

  test('an edited question has its answer follow', async () => {
    const { ask, page, box } = await playground.open();
    await ask('MaxPooling2D() on 28x28x64');
    await page.getByRole('button', { name: 'Edit question 1' }).click();
    expect(await box.inputValue()).toBe('MaxPooling2D() on 28x28x64');
    await box.fill('MaxPooling2D() on 14x14x64');
    await box.press('Enter');
    await page.getByRole('heading', { name: '7 × 7 × 64' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await page.getByRole('article').textContent()).not.toContain('28');
  });

  test('a question can be left as it was', async () => {
    const { ask, page, box } = await playground.open();
    await ask('MaxPooling2D() on 28x28x64');
    await page.getByRole('button', { name: 'Edit question 1' }).click();
    await box.press('Escape');
    expect(await box.inputValue()).toBe('');
    await ask('MaxPooling2D() on 14x14x64');
    expect(await page.getByRole('article').count()).toBe(2);
  });

  test('an answer and a question can be deleted', async () => {
    const { ask, page } = await playground.open();
    await ask('MaxPooling2D() on 28x28x64');
    await page.getByRole('button', { name: 'delete', exact: true }).click();
    await page.getByText('The answer is deleted.').waitFor();
    await page.getByRole('button', { name: 'Delete question 1' }).click();
    await page.getByRole('heading', { name: 'Ask about pooling layers' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  test('what only the asker sees is marked', async () => {
    const { ask } = await playground.open();
    const shown = await ask('MaxPooling2D() on 28x28x64 private=true');
    expect(await shown.textContent()).toContain('14 × 14 × 64');
    const refused = await ask('/nonsense');
    expect(await refused.textContent()).toContain('Only you see this');
  });

  test('a ready-made question is answered', async () => {
    const { page } = await playground.open();
    const questions = page.getByRole('list', { name: 'Questions to try' }).getByRole('button');
    expect(await questions.count()).toBeGreaterThanOrEqual(5);
    await questions.filter({ hasText: '/pool' }).click();
    expect(await (await answerTo(page, 1)).textContent()).toContain('2 × 2 × 4');
  });

  test('a link holds a question, and its answer is there on opening', async () => {
    const { page } = await playground.open(`/?q=${encodeURIComponent('MaxPooling2D() on 28x28x64')}`);
    expect(await (await answerTo(page, 1)).textContent()).toContain('14 × 14 × 64');
    const link = page.getByRole('link', { name: 'Link to question 1' });
    expect(await link.getAttribute('href')).toBe('/?q=MaxPooling2D()%20on%2028x28x64');
  });

  test('pasted code stays as it is, in colours, and is answered', async () => {
    const { ask, page } = await playground.open();
    const code = 'import torch.nn as nn\npool = nn.MaxPool2d(3, stride=2)\ny = pool(torch.zeros(1, 8, 9, 9))';
    const answer = await ask(code);
    expect(await answer.textContent()).toContain('(1, 8, 4, 4)');
    const shown = page.getByRole('article').locator('pre').first();
    expect(await shown.textContent()).toBe(code);
    expect(await shown.locator('.keyword').allTextContents()).toEqual(['import', 'as']);
    expect(await shown.locator('.number').first().textContent()).toBe('3');
  });

  test('two tabs are two people', async () => {
    const [one, other] = await Promise.all([playground.open(), playground.open()]);
    await Promise.all([one.ask('MaxPooling2D() on 28x28x64'), other.ask('/nonsense')]);
    expect(await one.page.getByRole('article').allTextContents()).toEqual([
      expect.not.stringContaining('nonsense'),
    ]);
    expect(await other.page.getByRole('article').allTextContents()).toEqual([
      expect.not.stringContaining('28'),
    ]);
  });

  test('what is for moderators waits for the switch', async () => {
    const { ask, page } = await playground.open();
    expect(await (await ask('/settle')).textContent()).toContain('for teaching staff');
    await page.getByRole('radio', { name: 'Moderator' }).check();
    expect(await (await ask('/settle')).textContent()).toContain('Settled');
  });

  test('nothing comes from anywhere else, and nothing goes wrong', async () => {
    const { ask, page, requests, troubles } = await playground.open();
    await ask('what is the difference between GlobalAveragePooling2D and AveragePooling2D?');
    await page.getByRole('button', { name: 'On Discord and Slack' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Discord' }).waitFor();
    expect(requests.filter((url) => !url.startsWith(`${playground.address}/`))).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
