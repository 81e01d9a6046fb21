import { describe, expect, test } from 'vitest';
import { course, flatten, teacher } from './course.ts';

const question = 'should I use flatten or global average pooling before the dense layer?';

describe('a mention', () => {
  test('that staff have answered gets their answer, marked, with what is computed below it', async () => {
    const { member, services } = await course();
    await member('ada', teacher).call('faq save', {
      title: 'Our lab’s layer',
      answer: 'We pool by two. It keeps the channels.',
      triggers: 'what does AveragePooling2D(2) on 4x4x4 give in our lab',
    });
    const { message, visibility, text } = await member('sam').mention(
      'what does AveragePooling2D(2) on 4x4x4 give in our lab?',
    );
    expect(visibility).toBe('public');
    expect(message.title).toBe('Our lab’s layer');
    expect(message.understood).toBe('An answer of the teaching staff here.');
    expect(text.indexOf('We pool by two.')).toBeLessThan(text.indexOf('2 × 2 × 4'));
    const { mostUsed } = await services.faq.stats('c1');
    expect(mostUsed.map(({ uses }) => uses)).toEqual([1]);
  });

  test('that nobody else could answer gets the entry in public', async () => {
    const { member } = await course();
    const entry = {
      title: 'Office hours',
      answer: 'Tuesdays at ten.',
      triggers: 'when are the office hours',
    };
    await member('ada', teacher).call('faq save', entry);
    const { visibility, message } = await member('sam').mention('when are the office hours?');
    expect(message).toMatchObject({ title: 'Office hours', visibility: 'public' });
    expect(visibility).toBe('public');
  });

  test.each([
    ['with other numbers', 'should I use flatten or global average pooling before the dense layer of 10?'],
    ['on something near', 'what is global average pooling?'],
    ['that computes', 'GlobalAveragePooling2D on 4x4x4'],
  ])('%s is answered by the engine alone', async (_, asked) => {
    const { member } = await course();
    await member('ada', teacher).call('faq save', flatten);
    expect((await member('sam').mention(asked)).message.title).not.toBe(flatten.title);
  });

  test('is not answered by an entry where staff switched that off, or in another channel than theirs', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('faq save', flatten);
    const title = async (channel: string) =>
      (await member('sam', { channel }).mention(question)).message.title;
    expect(await title('general')).toBe(flatten.title);
    await ada.call('settings', { faq_channels: '<#123456789>' });
    expect(await title('general')).not.toBe(flatten.title);
    expect(await title('123456789')).toBe(flatten.title);
    await ada.call('settings', { faq_answers: false });
    expect(await title('123456789')).not.toBe(flatten.title);
  });

  test('gets nothing from another community', async () => {
    const { member } = await course();
    await member('ada', teacher).call('faq save', flatten);
    const { message } = await member('sam', { community: 'c2' }).mention(question);
    expect(message.title).not.toBe(flatten.title);
  });
});

describe('"Answer this"', () => {
  test('offers a moderator the best entries first, to be sent as a reply, and counts the use', async () => {
    const { member, services } = await course();
    const ada = member('ada', { ...teacher, about: 'm1' });
    await ada.call('faq save', flatten);
    const offered = await ada.menu('do i need flatten before dense or can i use GAP?');
    expect(offered.visibility).toBe('private');
    const [first] = offered.message.actions;
    expect(first).toMatchObject({ label: flatten.title, command: 'faq show', to: 'm1' });
    expect(offered.button('what I compute')).toMatchObject({ command: 'ask', to: 'm1' });
    expect((await services.faq.stats('c1')).uses).toBe(0);
    const sent = await ada.press(offered.button(flatten.title));
    expect(sent).toMatchObject({ visibility: 'public', message: { title: flatten.title } });
    expect((await services.faq.stats('c1')).uses).toBe(1);
  });

  test('answers a student as a mention does', async () => {
    const { member } = await course();
    await member('ada', teacher).call('faq save', flatten);
    expect((await member('sam').menu(question)).message.title).toBe(flatten.title);
  });
});

test('"Save as FAQ" opens the form with the message and the question that it answers', async () => {
  const { member } = await course();
  const form = member('ada', { ...teacher, earlier: 'why is my map 1x1?' }).open('faq add', {
    answer: 'Because of GAP.',
  });
  const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({
    answer: 'Because of GAP.',
    triggers: 'why is my map 1x1?',
    title: 'why is my map 1x1?',
  });
});

describe('questions that nobody could answer', () => {
  const riddle = 'which dropout rate do the tutors recommend?';

  test('are kept only where staff switched it on, grouped, and without names', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await member('sam').mention(riddle);
    expect((await ada.call('faq gaps')).text).toContain('Unanswered questions are not kept here');
    await ada.call('settings', { gaps: true });
    await member('sam').mention(`<@42> ${riddle}`);
    await member('kim').call('ask', riddle);
    await member('kim').mention('AveragePooling2D(2) on 4x4x4');
    const { text } = await ada.call('faq gaps');
    expect(text).toContain('1 question that I could not answer');
    expect(text).toContain(`${riddle} (2 times`);
    expect(text).not.toMatch(/sam|kim|42/);
  });

  test('become an entry from their list, which then answers them', async () => {
    const { member } = await course();
    const ada = member('ada', teacher);
    await ada.call('settings', { gaps: true });
    await member('sam').mention(riddle);
    const { command, options } = (await ada.call('faq gaps')).button(`answer: ${riddle}`);
    await ada.submit(ada.open(command, options), { answer: 'Start at 0.2.' });
    expect((await ada.call('faq gaps')).text).toContain('No question went unanswered');
    expect((await member('sam').mention(riddle)).text).toContain('Start at 0.2.');
  });
});
