import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/reply/index.ts';
import { seen } from './index.ts';
import { answering, type Setting, startSetting, ways } from './setting.ts';

const form: Form = {
  kind: 'form',
  title: 'A new FAQ entry',
  command: 'faq add',
  submit: 'Save',
  fields: [
    { name: 'title', label: 'Title', multiline: false, required: true, value: '', maxLength: 100 },
    { name: 'text', label: 'Text', multiline: true, required: true, value: 'GAP is …', maxLength: 4_000 },
    { name: 'aliases', label: 'Aliases', multiline: false, required: false, value: '', maxLength: 100 },
  ],
};

describe.each(ways)('forms over %s', (way) => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting(way);
    setting.tutor.respond = () => ({ kind: 'form', form });
  });
  afterEach(() => setting.stop());

  test('a command opens the form; what is sent comes back as options and is answered there', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const asked = await ana.command('/lifeguard', 'faq add');
    const view = await asked.view();
    tutor.respond = () => answering({ title: 'Saved' });
    const sent = await ana.submit(view, { title: 'GAP', text: 'one number a channel' });
    expect(seen(await sent.answer())).toBe('Saved');
    expect(tutor.asked.at(-1)).toMatchObject({
      command: 'faq add',
      channel: tutor.asked[0]?.channel,
      user: ana.id,
      input: { kind: 'options', values: { title: 'GAP', text: 'one number a channel' } },
    });
  });

  test('fields keep what they are given', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const view = await (await ana.command('/lifeguard', 'faq add')).view();
    tutor.respond = () => answering({ visibility: 'private' });
    const sent = await ana.submit(view, { title: 'GAP' });
    expect((await sent.answer()).ephemeralTo).toBe(ana.id);
    expect(tutor.asked.at(-1)?.input).toEqual({
      kind: 'options',
      values: { title: 'GAP', text: 'GAP is …' },
    });
  });

  test('a form that is not good enough comes again', async () => {
    const { slack } = setting;
    const ana = slack.user('ana');
    const view = await (await ana.command('/lifeguard', 'faq add')).view();
    const sent = await ana.submit(view, { title: 'taken' });
    expect(sent.ack).toMatchObject({ response_action: 'update', view: { callback_id: 'form:faq add' } });
  });

  test('a mention cannot open a form, so it offers a button that does', async () => {
    const { slack } = setting;
    const ana = slack.user('ana');
    const offer = await (await ana.mention('general', 'save this')).answer();
    expect(offer.ephemeralTo).toBe(ana.id);
    const view = await (await ana.press(offer, 'Save')).view();
    expect(view.view).toMatchObject({ callback_id: 'form:faq add' });
  });
});

test('a trigger that is too old is told, with what to do', async () => {
  const setting = await startSetting('socket');
  const { slack, tutor } = setting;
  tutor.respond = () => {
    slack.workspace.advance(3_001);
    return { kind: 'form', form };
  };
  const ana = slack.user('ana');
  const told = await (await ana.command('/lifeguard', 'faq add')).answer();
  expect(told.ephemeralTo).toBe(ana.id);
  expect(seen(told)).toMatch(/^The form did not open in time\./);
  expect(slack.workspace.journal.entries).toContainEqual(
    expect.objectContaining({ kind: 'call', method: 'views.open', error: 'expired_trigger_id' }),
  );
  await setting.stop();
});

test('a form at and above the limits of a modal is still one that Slack takes', async () => {
  const setting = await startSetting('socket');
  const { slack, tutor } = setting;
  const ana = slack.user('ana');
  const long: Form = {
    ...form,
    title: 'T'.repeat(25),
    submit: 'S'.repeat(25),
    fields: [
      {
        ...form.fields[0],
        name: 'fits',
        label: 'L'.repeat(2_000),
        value: 'x'.repeat(3_000),
        maxLength: 4_000,
      },
      {
        ...form.fields[0],
        name: 'over',
        label: 'L'.repeat(2_001),
        value: 'x'.repeat(3_001),
        maxLength: 4_000,
      },
    ].map((field) => ({ multiline: true, required: true, ...field })),
  };
  tutor.respond = () => ({ kind: 'form', form: long });
  const { view } = await (await ana.command('/lifeguard', 'faq add')).view();
  expect(view).toMatchObject({ blocks: [{ text: { text: 'T'.repeat(25) } }, {}, {}] });
  expect(view).toMatchObject({
    blocks: [
      { type: 'section' },
      { block_id: 'fits', element: { initial_value: 'x'.repeat(3_000), max_length: 3_000 } },
      { block_id: 'over', element: { max_length: 3_000 }, hint: { text: expect.stringContaining('3000') } },
    ],
  });
  expect(JSON.stringify(view)).not.toContain('x'.repeat(3_001));
  await setting.stop();
});

test.each([99, 100])('a form of %i fields opens, or says that it does not', async (count) => {
  const setting = await startSetting('socket');
  const { slack, tutor } = setting;
  const field = { label: 'L', multiline: false, required: false, value: '', maxLength: 10 };
  const fields = Array.from({ length: count }, (_, at) => ({ ...field, name: `f${at}` }));
  tutor.respond = () => ({ kind: 'form', form: { ...form, title: 'T'.repeat(25), fields } });
  const asked = await slack.user('ana').command('/lifeguard', 'faq add');
  if (count === 99) expect((await asked.view()).view.blocks).toHaveLength(100);
  else expect(seen(await asked.answer())).toContain('The form did not open');
  await setting.stop();
});
