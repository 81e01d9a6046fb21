import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCommands } from './commands.ts';
import { describeInBrowser } from './in-browser.ts';
import { answerTo, openPlayground, type Playground } from './playground.ts';

describeInBrowser('forms and files', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground(testCommands);
  });
  afterAll(() => playground.stop());

  test('a form that a command opens is filled in and saved', async () => {
    const { page, box } = await playground.open();
    await box.fill('/note');
    await box.press('Enter');
    const form = page.getByRole('dialog', { name: 'A note' });
    expect(await form.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Draft');
    await form.getByRole('textbox', { name: 'Title' }).fill('Week 3');
    await form.getByRole('textbox', { name: 'Text' }).fill('pool_size=2\nstrides=2');
    await form.getByRole('button', { name: 'Save' }).click();
    const answer = await answerTo(page, 1);
    expect(await answer.getByRole('heading').first().textContent()).toBe('Saved: Week 3');
    expect(await answer.textContent()).toContain('pool_size=2\nstrides=2');
  });

  test('a form that is left can be opened again, with what was written', async () => {
    const { page, box } = await playground.open();
    await box.fill('/note');
    await box.press('Enter');
    const form = page.getByRole('dialog', { name: 'A note' });
    await form.getByRole('textbox', { name: 'Text' }).fill('a long text');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'A note' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    expect(await (await answerTo(page, 1)).textContent()).toMatch(/Saved: Draft.*a long text/);
  });

  test('a form that a button opens changes the answer above it', async () => {
    const { ask, page } = await playground.open();
    await ask('/board');
    await page.getByRole('button', { name: 'add a note' }).click();
    const form = page.getByRole('dialog', { name: 'A note' });
    await form.getByRole('textbox', { name: 'Text' }).fill('from the board');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('from the board').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  test('a command can be chosen and its options filled in', async () => {
    const { page } = await playground.open();
    await page.getByRole('button', { name: 'Commands' }).click();
    const form = page.getByRole('dialog', { name: 'Commands' });
    await form.getByRole('combobox', { name: 'Command' }).selectOption('/pool');
    await form.getByRole('combobox', { name: /^layer/ }).fill('MaxPooling2D');
    await form.getByRole('textbox', { name: /^input/ }).fill('28x28x64');
    await form.getByRole('textbox', { name: /^padding/ }).fill('same');
    await form.getByRole('combobox', { name: /^framework/ }).selectOption('keras');
    await form.getByRole('combobox', { name: /^private/ }).selectOption('yes');
    await form.getByRole('button', { name: 'Send' }).click();
    const answer = await answerTo(page, 1);
    expect(await answer.getByRole('heading').first().textContent()).toBe('14 × 14 × 64');
    expect(await answer.textContent()).toContain('Only you see this');
    expect(await page.getByRole('article').textContent()).toContain(
      '/pool layer=MaxPooling2D input=28x28x64 padding=same framework=keras private=true',
    );
  });

  test('what is for moderators is offered to moderators alone', async () => {
    const { page } = await playground.open();
    const offered = async () => {
      await page.getByRole('button', { name: 'Commands' }).click();
      const names = await page.getByRole('dialog').getByRole('combobox', { name: 'Command' }).innerText();
      await page.keyboard.press('Escape');
      return names;
    };
    expect(await offered()).not.toContain('/settle');
    await page.getByRole('radio', { name: 'Moderator' }).check();
    expect(await offered()).toContain('/settle');
  });

  test('a dropped file goes with the question', async () => {
    const { page, ask } = await playground.open();
    await page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['1,2\\n3,4\\n'], 'map.csv', { type: 'text/csv' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await page.getByRole('list', { name: 'Attached files' }).getByText('map.csv (8 bytes)').waitFor();
    const answer = await ask('/files');
    expect(await answer.getByRole('heading').first().textContent()).toBe('map.csv: 8');
    expect(await page.getByRole('article').textContent()).toContain('map.csv');
    expect(await (await ask('/files')).textContent()).toContain('no file');
  });

  test('an array in a dropped file is what the layer is applied to', async () => {
    const { page, ask } = await playground.open();
    await page.locator('#picker').setInputFiles({
      name: 'map.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('1,2,3,4\n5,6,7,8\n9,10,11,12\n13,14,15,16\n'),
    });
    const answer = await ask('AveragePooling2D(2)');
    expect(await answer.textContent()).toMatch(/3\.5, 5\.5.*11\.5, 13\.5/s);
    await page.getByRole('button', { name: 'Edit question 1' }).click();
    await page.getByRole('list', { name: 'Attached files' }).getByText('map.csv').waitFor();
    await page.getByRole('textbox', { name: 'Your question' }).fill('MaxPooling2D(2)');
    await page.keyboard.press('Enter');
    await page
      .getByText(/6, 8.*14, 16/s)
      .first()
      .waitFor();
  });

  test('a picker is there for whoever cannot drop', async () => {
    const { page, troubles } = await playground.open();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach a file' }).click();
    await (await chooser).setFiles({ name: 'a.npy', mimeType: '', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: 'Remove a.npy' }).click();
    expect(await page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('a file that is too large is refused before it is sent', async () => {
    const { page } = await playground.open();
    await page.locator('#picker').setInputFiles({
      name: 'huge.npy',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
    });
    await page.getByText('huge.npy is too large: 10 MiB at most.').last().waitFor();
    expect(await page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
  });
});
