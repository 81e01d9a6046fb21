import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCommands } from './commands.ts';
import { describeInBrowser } from './in-browser.ts';
import { answerTo, focused, openPlayground, type Playground } from './playground.ts';

/** Moves on with Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === name) return;
    passed.push(now);
  }
  throw new Error(`Tab does not reach "${name}", only ${passed.join(' | ')}`);
}

describeInBrowser('the keyboard alone', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground(testCommands);
  });
  afterAll(() => playground.stop());

  test('asks, presses a button, edits, and deletes', async () => {
    const { page } = await playground.open();
    await page.keyboard.type('AveragePooling2D(2) on 4x4x4');
    await page.keyboard.press('Enter');
    await answerTo(page, 1);
    await tabTo(page, 'as PyTorch');
    await page.keyboard.press('Enter');
    await page.getByText('nn.AvgPool2d').first().waitFor();
    expect(await focused(page)).toBe('Answer to question 1');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Delete question 1');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Your question');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('MaxPooling2D() on 28x28x64');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '14 × 14 × 64' }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, 'Delete question 1');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ask about pooling layers' }).waitFor();
    expect(await focused(page)).toBe('Your question');
  });

  test('completes a command, an option and its value', async () => {
    const { page, box } = await playground.open();
    await box.pressSequentially('/con');
    await page.getByRole('option', { name: '/convert' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('/convert ');
    await box.pressSequentially('nn.MaxPool2d(2) fra');
    await box.press('Backspace');
    await box.press('Backspace');
    await box.press('Backspace');
    await box.pressSequentially('to=on');
    await page.getByRole('option', { name: 'to=onnx' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option', { selected: true }).getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('/convert nn.MaxPool2d(2) to=onnx ');
    await page.keyboard.press('Enter');
    expect(await (await answerTo(page, 1)).textContent()).toContain('MaxPool');
  });

  test('completes a layer in plain words, and Enter sends what is not chosen', async () => {
    const { page, box } = await playground.open();
    await box.pressSequentially('what does GlobalAv');
    await page.getByRole('option', { name: 'GlobalAveragePooling2D', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('what does GlobalAveragePooling2D');
    await box.fill('');
    await box.pressSequentially('explain keepdims MaxP');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Enter');
    await answerTo(page, 1);
  });

  test('brings back what was sent, and what was being typed', async () => {
    const { page, box, ask } = await playground.open();
    await ask('GlobalAveragePooling2D on 4x4x4');
    await ask('MaxPooling2D() on 28x28x64');
    await box.fill('half a ques');
    await page.keyboard.press('ArrowUp');
    expect(await box.inputValue()).toBe('MaxPooling2D() on 28x28x64');
    await page.keyboard.press('ArrowUp');
    expect(await box.inputValue()).toBe('GlobalAveragePooling2D on 4x4x4');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await box.inputValue()).toBe('half a ques');
  });

  test('begins a new line with Shift and Enter', async () => {
    const { page, box } = await playground.open();
    await box.pressSequentially('MaxPooling2D()');
    await page.keyboard.press('Shift+Enter');
    await box.pressSequentially('on 28x28x64');
    expect(await box.inputValue()).toBe('MaxPooling2D()\non 28x28x64');
    await page.keyboard.press('Enter');
    expect(await (await answerTo(page, 1)).textContent()).toContain('14 × 14 × 64');
  });

  test('fills in a form and comes back to where it was', async () => {
    const { page, ask } = await playground.open();
    await ask('/board');
    await page.getByRole('button', { name: 'add a note' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('add a note');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('by keyboard');
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    await page.getByText('by keyboard').waitFor();
    expect(await focused(page)).toBe('Answer to question 1');
  });
});
