import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/faq/index.ts';
import { postgres } from '../store/engines.ts';
import { gateTo } from '../store/gate.ts';
import { course, flatten, teacher } from './course.ts';

describe('settings', () => {
  test('are shown to staff, changed one by one, and reset', async () => {
    const { member, services } = await course();
    const ada = member('ada', teacher);
    expect((await ada.call('settings')).message.actions).toEqual([]);
    const changed = await ada.call('settings', { framework: 'torch', gaps: true });
    expect(changed.text).toMatch(/framework +PyTorch/);
    await ada.press(changed.button('reset framework'));
    expect(await services.settings.read('c1')).toMatchObject({ framework: null, gaps: true });
    await ada.call('settings', 'reset=all');
    expect((await ada.call('settings')).message.actions).toEqual([]);
  });

  test('are for staff alone: an editor may not change who edits', async () => {
    const { member } = await course();
    await member('ada', teacher).call('settings', { editor_roles: '<@&777777>' });
    const refused = await member('kim', { roles: ['777777'] }).call('settings', { editors: 'U99999' });
    expect(refused.text).toContain('/settings is for teaching staff');
  });

  test('name what they cannot read, and change nothing', async () => {
    const { member, services } = await course();
    const refused = await member('ada', teacher).call('settings', { channels: '#general', gaps: true });
    expect(refused.text).toContain('"#general" is no id.');
    expect((await services.settings.read('c1')).gaps).toBe(false);
  });

  test('leave a trail', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('settings', { gaps: true, data_format: 'channels_first' });
    expect((await ada.call('faq history')).text).toMatch(
      /\d{4}-\d\d-\d\d \d\d:\d\d +settings +data_format, gaps +ada/,
    );
  });
});

test('a role that staff named may edit entries, another one may not', async () => {
  const { member } = await course();
  await member('ada', teacher).call('settings', { editor_roles: '<@&777777>' });
  expect((await member('kim', { roles: ['777777'] }).call('faq save', flatten)).text).toContain('Saved');
  expect((await member('sam', { roles: ['888888'] }).call('faq remove', flatten.title)).text).toContain(
    'is for teaching staff',
  );
  const elsewhere = member('kim', { roles: ['777777'], community: 'c2' });
  expect((await elsewhere.call('faq save', flatten)).text).toContain('is for teaching staff');
});

test('outside of the allowed channels the asker alone hears where to ask; staff still get through', async () => {
  const { member } = await course();
  const ada = member('ada', teacher);
  await ada.call('settings', { channels: '123456789 222222222' });
  const refused = await member('sam').call('pool', 'AveragePooling2D(2) on 4x4x4');
  expect(refused.visibility).toBe('private');
  expect(refused.text).toContain('https://discord.com/channels/c1/123456789');
  const allowed = { question: 'AveragePooling2D(2) on 4x4x4' };
  expect((await member('sam', { channel: '222222222' }).call('pool', allowed)).message.title).toBe(
    '2 × 2 × 4',
  );
  const thread = member('sam', { channel: '5', parent: '123456789' });
  expect((await thread.call('pool', allowed)).message.title).toBe('2 × 2 × 4');
  expect((await member('sam', { community: null }).call('pool', allowed)).message.title).toBe('2 × 2 × 4');
  expect((await ada.call('settings', 'channels=everywhere')).text).toMatch(/channels +everywhere/);
  expect((await member('sam').call('pool', allowed)).message.title).toBe('2 × 2 × 4');
});

describe('the defaults of a community', () => {
  test('decide what a question leaves open, and are told', async () => {
    const { member } = await course();
    await member('ada', teacher).call('settings', { framework: 'torch' });
    const open = await member('sam').call('ask', 'max pooling 2x2 on 3x8x8');
    expect(open.text).toContain('MaxPool2d');
    expect(open.text).toContain('You named no framework, so I read it as PyTorch: the default here.');
    const named = await member('sam').call('ask', 'MaxPooling2D(2) on 8x8x3 in Keras');
    expect(named.message.title).toBe('4 × 4 × 3');
    expect(named.text).not.toContain('the default here');
  });

  test('turn the axes of Keras layers only, and only where the question says nothing', async () => {
    const { member } = await course();
    await member('ada', teacher).call('settings', { data_format: 'channels_first' });
    const sam = member('sam');
    expect((await sam.call('ask', 'MaxPooling2D(2) on 3x8x8')).message.title).toBe('3 × 4 × 4');
    const said = await sam.call('ask', 'MaxPooling2D(2, data_format="channels_last") on 8x8x3');
    expect(said.message.title).toBe('4 × 4 × 3');
    expect((await sam.call('ask', 'nn.MaxPool2d(2) on (1, 3, 8, 8)')).text).not.toContain('the default here');
  });

  test('make answers private unless the asker wants them public', async () => {
    const { member } = await course();
    await member('ada', teacher).call('settings', { visibility: 'private' });
    const sam = member('sam');
    expect((await sam.call('pool', { question: 'AveragePooling2D(2) on 4x4x4' })).visibility).toBe('private');
    const open = await sam.call('pool', { question: 'AveragePooling2D(2) on 4x4x4', private: false });
    expect(open.visibility).toBe('public');
  });
});

test('twenty questions a minute for each person, then a private notice; others and staff work go on', async () => {
  const { member } = await course({ questionsPerMinute: 20 });
  const sam = member('sam');
  const ask = () => sam.call('pool', { question: 'AveragePooling2D(2) on 4x4x4' });
  for (let asked = 0; asked < 20; asked++) expect((await ask()).message.title).toBe('2 × 2 × 4');
  const refused = await ask();
  expect(refused.visibility).toBe('private');
  expect(refused.text).toMatch(/up to 20 questions a minute .* Ask again in \d+ s\./);
  expect((await member('kim').call('pool', 'AveragePooling2D(2) on 4x4x4')).message.title).toBe('2 × 2 × 4');
  expect((await member('sam', teacher).call('faq save', flatten)).text).toContain('Saved');
});

test.each(['full', 'read-only'] as const)(
  'a disk that is %s is told whoever saves, in words for them, and reading goes on',
  async (trouble) => {
    let spoilt = false;
    const { member } = await course({
      spoil: (store) => ({
        ...store,
        faq: {
          ...store.faq,
          commit: (...call) => {
            if (spoilt) throw new StoreUnavailable(trouble, '/var/lib/lifeguard.db cannot be written', null);
            return store.faq.commit(...call);
          },
        },
      }),
    });
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    spoilt = true;
    const refused = await ada.call('faq save', { entry: flatten.title, answer: 'New words.' });
    expect(refused.visibility).toBe('private');
    expect(refused.text).toContain('I can’t save anything at the moment');
    expect(refused.text).not.toContain('/var/lib');
    expect(refused.text).toContain('New words.');
    expect((await member('sam').call('faq show', flatten.title)).text).toContain('each channel: 8.');
    spoilt = false;
    const { command, options } = refused.button('back to the form');
    const shown = await ada.call(command, options);
    const form = shown.button('edit');
    const saved = await ada.submit(ada.open(form.command, form.options));
    expect(saved.text).toContain('Saved as revision 2');
    expect(saved.text).toContain('New words.');
  },
);

test('while the database is away, layers are answered and the FAQ says so; then all is back by itself', async () => {
  const gate = await gateTo(await postgres.database());
  const { member, dispatcher } = await course({ url: gate.url });
  await member('ada', teacher).call('faq save', flatten);
  const ada = member('ada', teacher);
  const open = (await ada.call('faq edit', flatten.title)).button('edit');
  await gate.shut();
  const sam = member('sam');
  expect((await sam.mention('AveragePooling2D(2) on 4x4x4')).message.title).toBe('2 × 2 × 4');
  const away = await sam.call('faq show', flatten.title);
  expect(away.message.visibility).toBe('private');
  expect(away.text).toContain('I can’t reach the FAQ at the moment');
  expect(await dispatcher.complete('faq show', 'question', 'fl', { community: 'c1' })).toEqual([]);
  const unsaved = await ada.submit(ada.open(open.command, open.options), { answer: 'Typed meanwhile.' });
  expect(unsaved.text).toContain('Typed meanwhile.');
  await gate.reopen();
  const again = unsaved.button('back to the form');
  const saved = await ada.submit(ada.open(again.command, again.options));
  expect(saved.text).toContain('Saved as revision 2');
  expect((await sam.call('faq show', flatten.title)).text).toContain('Typed meanwhile.');
});
