import { describe, expect, test } from 'vitest';
import { plain } from '../../src/reply/index.ts';
import { course, flatten, teacher } from './course.ts';

describe('a moderator', () => {
  test('adds an entry in a form, and everybody can show it by any of its names', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    const saved = await ada.submit(ada.open('faq add'), flatten);
    expect(saved).toMatchObject({ visibility: 'private', message: { title: 'Flatten or GAP?' } });
    expect(saved.text).toContain('Saved as revision 1');
    const shown = await member('sam').call('faq show', 'FLATTEN vs gap');
    expect(shown.visibility).toBe('public');
    expect(shown.text).toContain('one number for each channel: 8.');
  });

  test('finds the form filled with the question, whole where it is short and by the sentence that asks', async () => {
    const { member } = await course();
    const filledFrom = (earlier: string) =>
      Object.fromEntries(
        member('ada', { ...teacher, earlier })
          .open('faq add', { answer: 'Ten points a day.' })
          .fields.map(({ name, value }) => [name, value]),
      );
    const short = filledFrom('<@12> how much does late work lose; and until when?');
    expect(short).toMatchObject({
      title: 'how much does late work lose, and until when?',
      answer: 'Ten points a day.',
      triggers: 'how much does late work lose, and until when?',
    });
    const story = `I was ill. ${'It went on and on and I could not work at all. '.repeat(5)}`;
    const asks = 'How much does late work lose?';
    expect(filledFrom(story + asks)).toMatchObject({ title: asks, triggers: asks });
    expect(filledFrom(story)).toMatchObject({
      title: expect.stringMatching(/^I was ill\. .{60,89}…$/),
      triggers: '',
    });
  });

  test('edits an entry from the form that opens with what it says now', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    const { command, options } = (await ada.call('faq edit', 'Flatten or GAP?')).button('edit');
    const form = ada.open(command, options);
    expect(form.fields.map(({ value }) => value)).toEqual([
      flatten.title,
      flatten.answer,
      flatten.group,
      flatten.aliases,
      flatten.triggers,
    ]);
    const saved = await ada.submit(form, { answer: 'Use GAP.', group: '' });
    expect(saved.text).toContain('Saved as revision 2');
    const [group] = await (await member('sam').call('faq list')).message.blocks;
    expect(group).toMatchObject({ kind: 'heading', text: 'Without a group' });
  });

  test('who saves second sees what the first one changed, and decides', async () => {
    const { member } = await course();
    const [ada, bob] = [member('ada', teacher), member('bob', teacher)];
    await ada.call('faq save', flatten);
    const opened = (await ada.call('faq edit', 'Flatten or GAP?')).button('edit');
    const alsoOpened = (await bob.call('faq edit', 'Flatten or GAP?')).button('edit');
    await ada.submit(ada.open(opened.command, opened.options), { answer: 'Ada’s words.' });
    const second = await bob.submit(bob.open(alsoOpened.command, alsoOpened.options), {
      answer: 'Bob’s words.',
    });
    expect(second.text).toContain('Ada’s words.');
    expect(second.text).toContain('Bob’s words.');
    const over = second.button('put yours over it');
    const decided = await bob.submit(bob.open(over.command, over.options));
    expect(decided.text).toContain('Saved as revision 3');
    expect((await ada.call('faq show', 'Flatten or GAP?')).text).toContain('Bob’s words.');
  });

  test('loses nothing that was typed to a problem with it', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    const answer = 'Look: {{pool AveragePooling2D(0) on 4x4x4}} and {{brew coffee}}';
    const refused = await ada.submit(ada.open('faq add'), { title: 'Broken', answer });
    expect(refused.text).toContain('{{pool AveragePooling2D(0) on 4x4x4}} does not compute');
    expect(refused.text).toContain('there is no command "brew"');
    const back = refused.button('back to the form');
    const form = ada.open(back.command, back.options);
    expect(form.fields.slice(0, 2).map(({ value }) => value)).toEqual(['Broken', answer]);
    expect((await ada.call('faq list')).text).toContain('There are no entries yet');
  });

  test.each([
    ['pool AveragePooling2D(2) on 4x4x4', '2 × 2 × 4'],
    ['ask nn.MaxPool2d(2) on [1, 3, 8, 8]', '(1, 3, 4, 4)'],
    ['compare 4x4x4', 'Local keeps a smaller map (2 × 2 × 4)'],
    ['explain GAP', 'Global pooling gives one number per channel'],
    ['trace MaxPooling2D(4) on (64, 64, 3), GlobalAveragePooling2D()', 'GlobalAveragePooling2D'],
    ['solve 7x7 from 28x28', 'pool_size=4'],
    ['convert keras MaxPooling2D(2) to pytorch', 'nn.MaxPool2d'],
    ['verify MaxPooling2D(2) on 28x28x3 gives 13x13x3', '14 × 14 × 3'],
  ])('has {{%s}} computed in an answer', async (part, expected) => {
    const { member } = await course();
    const saved = await member('ada', teacher).call('faq save', { title: 'Live', answer: `{{${part}}}` });
    expect(saved.text).toContain('Saved as revision 1');
    expect((await member('sam').call('faq show', 'Live')).text).toContain(expected);
  });

  test.each([
    ['help', 'there is no command "help" that computes.'],
    ['settings', 'there is no command "settings" that computes.'],
    ['faq list', 'there is no command "faq" that computes.'],
    ['ask will it overfit?', ''],
    ['pool MaxPooling2D(2)', ''],
    ['pool MaxPooling2D(2) on 4x4x4 private=true', 'an entry is for everybody; leave "private" out.'],
  ])('may not save {{%s}}', async (part, reason) => {
    const { member } = await course();
    const refused = await member('ada', teacher).call('faq save', { title: 'Live', answer: `{{${part}}}` });
    expect(refused.text).toContain(`{{${part}}} does not compute: ${reason}`);
    expect((await member('sam').call('faq list')).text).toContain('There are no entries yet');
  });

  test('is told which entry has the name already', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    const refused = await ada.call('faq save', { title: 'Another', answer: 'x', aliases: 'Flatten VS gap' });
    expect(refused.text).toContain('already leads to "Flatten or GAP?"');
  });

  test('removes an entry, brings it back, and sees who did what', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    const removed = await ada.call('faq remove', { question: 'Flatten or GAP?', reason: 'old term' });
    expect((await member('sam').call('faq show', 'Flatten or GAP?')).text).toContain('found no entry');
    await ada.press(removed.button('bring it back'));
    const { text } = await ada.call('faq history', 'Flatten or GAP?');
    expect(text).toMatch(/3 +recovered +ada/);
    expect(text).toMatch(/2 +removed +ada .*old term/);
    expect(text).toMatch(/1 +created +ada/);
  });

  test('restores an earlier revision by its button', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    await ada.call('faq save', { entry: 'Flatten or GAP?', answer: 'Something else.' });
    const history = await ada.call('faq history', 'Flatten or GAP?');
    const restored = await ada.press(history.button('restore 1'));
    expect(restored.text).toContain('Revision 1 is back, as revision 3');
    expect(restored.text).toContain('one number for each channel: 8.');
  });

  test('tries an import first, and then does all of it', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    const { message } = await ada.call('faq export', { format: 'json' });
    const [file] = message.blocks.flatMap((block) => (block.kind === 'code' ? [block.code] : []));
    const fetch = async () => new TextEncoder().encode(file);
    const bob = member('bob', {
      ...teacher,
      community: 'c2',
      files: [{ name: 'faq.json', size: 400, fetch }],
    });
    expect((await bob.call('faq import')).text).toContain('1 entry would be new: Flatten or GAP?');
    expect((await bob.call('faq list')).text).toContain('There are no entries yet');
    expect((await bob.call('faq import', { apply: true })).text).toContain('1 entry new: Flatten or GAP?');
    expect((await bob.call('faq show', 'flatten vs gap')).text).toContain('each channel: 8.');
  });

  test('hears of every problem in a file, and nothing of it is imported', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    const file = {
      lifeguardFaq: 1,
      entries: [
        { title: 'Fine', body: 'Yes.' },
        { title: '', body: '{{x}}' },
      ],
    };
    const refused = await ada.call('faq import', { question: JSON.stringify(file), apply: true });
    expect(refused.text).toContain('Nothing was imported');
    expect(refused.text).toContain('entry 2 (line 1): The title is empty.');
    expect((await ada.call('faq list')).text).toContain('There are no entries yet');
    expect((await ada.call('faq import', '{"entries": 3')).text).toContain('Nothing was imported');
  });
});

describe('a student', () => {
  test('may not edit, whichever way is tried', async () => {
    const { member, services } = await course();
    await member('ada', teacher).call('faq save', flatten);
    const sam = member('sam');
    const tries = [
      'add',
      'edit',
      'save',
      'remove',
      'recover',
      'restore',
      'history',
      'import',
      'export',
      'stats',
      'gaps',
    ];
    for (const name of tries) {
      const refused = await sam.call(`faq ${name}`, { question: 'Flatten or GAP?' });
      expect(refused.visibility).toBe('private');
      expect(refused.text).toContain(`/faq ${name} is for teaching staff`);
    }
    const forged = await sam.call('faq save entry="Flatten or GAP?" based_on=1', {
      title: 'Mine',
      answer: 'Mine',
    });
    expect(forged.text).toContain('is for teaching staff');
    expect(await services.faq.find('c1', 'Mine')).toBeNull();
  });

  test('finds an entry in spite of typos, and is offered near ones', async () => {
    const { member, dispatcher } = await course();
    await member('ada', teacher).call('faq save', flatten);
    const sam = member('sam');
    const found = await sam.call('faq search', 'flaten global avrage');
    expect(found.text).toContain('1 entry for');
    const near = await sam.call('faq show', 'flaten');
    expect(near.message.visibility).toBe('private');
    expect((await sam.press(near.button('Flatten or GAP?'))).text).toContain('each channel: 8.');
    const choices = await dispatcher.complete('faq show', 'question', 'flat', { community: 'c1' });
    expect(choices.map(({ name }) => name)).toEqual(['Flatten or GAP?']);
    const groups = await dispatcher.complete('faq list', 'question', 'he', { community: 'c1' });
    expect(groups).toEqual([{ name: 'heads', value: 'heads' }]);
  });

  test('says whether an entry helped, once, and staff see it', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    const shown = await member('sam').call('faq show', 'Flatten or GAP?');
    expect((await member('sam').press(shown.button('this helped'))).visibility).toBe('private');
    await member('sam').press(shown.button('did not help'));
    await member('kim').press(shown.button('did not help'));
    const stats = await ada.call('faq stats');
    expect(stats.text).toContain('1 entry, shown 1 time');
    expect(stats.text).toContain('Flatten or GAP?: 0 to 2');
  });

  test('hears in a direct message that entries belong to a community', async () => {
    const { member } = await course();
    const refused = await member('sam', { community: null }).call('faq show', 'Flatten or GAP?');
    expect(refused.text).toContain('belongs to a server or workspace');
  });
});

describe('another community', () => {
  test('reaches no entry by its id, title, search, list, history or completion', async () => {
    const { member, services, dispatcher } = await course();
    await member('ada', teacher).call('faq save', flatten);
    const entry = await services.faq.find('c1', flatten.title);
    const id = entry?.id ?? '';
    expect(id).not.toBe('');
    const eve = member('eve', { ...teacher, community: 'c2' });
    for (const name of [id, flatten.title, 'flatten vs gap'])
      for (const command of [
        'faq show',
        'faq edit',
        'faq remove',
        'faq history',
        'faq recover',
        'faq search',
      ])
        expect((await eve.call(command, { question: name })).text).not.toContain('one number');
    const forged = await eve.call(`faq save entry=${id} based_on=1`, { title: 'Hers', answer: 'Hers' });
    expect(forged.text).toContain('found no entry');
    await eve.call('faq vote', { question: id, helpful: false });
    expect((await eve.call('faq export')).text).not.toContain('Flatten');
    expect(await dispatcher.complete('faq show', 'question', 'flat', { community: 'c2' })).toEqual([]);
    const usage = (await services.faq.usage('c1')).get(id);
    expect(usage?.unhelpful ?? 0).toBe(0);
    expect((await member('sam').call('faq show', flatten.title)).text).toContain('each channel: 8.');
  });
});

test('an entry has markup and mentions as plain text, for the platforms to escape', async () => {
  const { member } = await course();
  const answer = 'Ask <@1> and @here.';
  await member('ada', teacher).call('faq save', { title: 'Hello @everyone', answer });
  const { message } = await member('sam').call('faq show', 'Hello @everyone');
  expect(message.title).toBe('Hello @everyone');
  expect(message.blocks.map((block) => block.kind === 'text' && plain(block.content))).toEqual([answer]);
});
