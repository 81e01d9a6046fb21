import { PermissionFlagsBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import type { Invocation, Task } from '../../../src/command/index.ts';
import type { Action, Block } from '../../../src/reply/index.ts';
import { answering, held, type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const ask = (label: string, question: string): Action => ({
  kind: 'ask',
  label,
  command: 'pool',
  options: { question, pool_size: 2 },
});
const remove: Action = { kind: 'delete', label: 'delete' };

/** Says the question back, with a button that asks for `next` and one that deletes. */
const withButtons = ({ input }: Invocation): Task => {
  const question = input.kind === 'options' ? String(input.values.question) : input.text;
  return answering({ title: question, actions: [ask('more', 'more of it'), remove] });
};

it("the asker's press changes the answer in its place", async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.slash('pool', { question: 'first' }).answer();
  const pressed = ana.press(answer.button('more'));
  expect(await pressed.acknowledged()).toMatchObject({ kind: 'update' });
  expect(await pressed.answer()).toMatchObject({ id: answer.id, text: '## more of it', isPrivate: false });
  expect(lifeguard.asked[1]).toMatchObject({
    command: 'pool',
    user: ana.id,
    input: { kind: 'options', values: { question: 'more of it', pool_size: 2 } },
  });
});

it('changes the reply to a mention too', async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.mention('first').answer();
  expect(await ana.press(answer.button('more')).answer()).toMatchObject({
    id: answer.id,
    text: '## more of it',
  });
});

it("somebody else's press answers them privately and leaves the answer", async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const { discord } = lifeguard;
  const answer = await discord.user('ana').slash('pool', { question: 'first' }).answer();
  const ben = discord.user('ben');
  const own = await ben.press(answer.button('more')).answer();
  expect(own).toMatchObject({ text: '## more of it', isPrivate: true });
  expect(ben.see(answer)?.text).toBe('## first');
  const again = await ben.press(own.button('more')).answer();
  expect(again.id).toBe(own.id);
});

it("a moderator's press changes the answer, which stays the asker's", async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const { discord } = lifeguard;
  const [ana, tutor] = [
    discord.user('ana'),
    discord.user('tutor', { permissions: PermissionFlagsBits.ManageMessages }),
  ];
  const answer = await ana.mention('first').answer();
  const changed = await tutor.press(answer.button('more')).answer();
  expect(changed).toMatchObject({ id: answer.id, text: '## more of it' });
  expect(await ana.press(changed.button('more')).answer()).toMatchObject({ id: answer.id });
});

it('an error after a press does not overwrite the public answer', async () => {
  const slow = held({ title: 'too large', visibility: 'private' });
  lifeguard = await startLifeguard({
    prepare: (invocation) => (lifeguard.asked.length > 1 ? slow.task : withButtons(invocation)),
  });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.slash('pool', { question: 'first' }).answer();
  const pressed = ana.press(answer.button('more'));
  await pressed.acknowledged();
  slow.release();
  expect(await pressed.followUp()).toMatchObject({ text: '## too large', isPrivate: true });
  expect(ana.see(answer)?.text).toBe('## first');
});

it('the asker takes the answer back', async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.slash('pool', { question: 'first' }).answer();
  ana.press(answer.button('delete'));
  await discord.journal.until('a deletion', (event) =>
    event.kind === 'deleted' ? event.id === answer.id : undefined,
  );
  expect(ana.see(answer)).toBeNull();
});

it('a moderator takes it back too, nobody else does', async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const { discord } = lifeguard;
  const answer = await discord.user('ana').mention('first').answer();
  const ben = discord.user('ben');
  const refused = await ben.press(answer.button('delete')).answer();
  expect(refused).toMatchObject({ isPrivate: true });
  expect(refused.text).toContain('Only the person who asked, or a moderator');
  const tutor = discord.user('tutor', { permissions: PermissionFlagsBits.ManageMessages });
  tutor.press(answer.button('delete'));
  await discord.journal.until('a deletion', (event) =>
    event.kind === 'deleted' ? event.id === answer.id : undefined,
  );
  expect(ben.see(answer)).toBeNull();
});

it('refuses an id that it did not hand out', async () => {
  lifeguard = await startLifeguard({ prepare: withButtons });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.slash('pool', { question: 'first' }).answer();
  const forged = { ...answer.button('more'), customId: '00000000-0000-0000-0000-000000000000' };
  const refused = await ana.press(forged).answer();
  expect(refused).toMatchObject({ isPrivate: true });
  expect(refused.text).toContain('no longer know what this button belongs to');
  expect(lifeguard.asked).toHaveLength(1);
});

it('takes the further messages of a long answer along when it changes', async () => {
  const long: Block = { kind: 'text', content: 'word '.repeat(1_500) };
  lifeguard = await startLifeguard({
    prepare: (invocation) =>
      lifeguard.asked.length > 1
        ? withButtons(invocation)
        : answering({ title: 'long', blocks: [long], actions: [ask('short', 'short')] }),
  });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const asked = ana.slash('pool');
  const answer = await asked.answer();
  const second = await asked.followUp();
  expect(second.text.startsWith('word word')).toBe(true);
  expect((await ana.press(answer.button('short')).answer()).id).toBe(answer.id);
  expect(ana.see(second)).toBeNull();
});

it('opens a form at a press and answers what was filled in', async () => {
  const form: Task = {
    kind: 'form',
    form: {
      kind: 'form',
      title: 'Another shape',
      command: 'pool',
      submit: 'Pool',
      fields: [
        {
          name: 'question',
          label: 'Shape',
          multiline: false,
          required: true,
          value: '4x4x4',
          maxLength: 100,
        },
        { name: 'layer', label: 'Layer', multiline: false, required: false, value: '', maxLength: 100 },
      ],
    },
  };
  lifeguard = await startLifeguard({
    prepare: (invocation) => (lifeguard.asked.length === 2 ? form : withButtons(invocation)),
  });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.slash('pool', { question: 'first' }).answer();
  const pressed = ana.press(answer.button('more'));
  const { modal } = await pressed.modal();
  expect(modal.components.map(({ component }) => component.value)).toEqual(['4x4x4', undefined]);
  const sent = await ana.submit(pressed, { question: '5x5x3' });
  expect((await sent.answer()).text).toBe('## 5x5x3');
  expect(lifeguard.asked[2]?.input).toEqual({ kind: 'options', values: { question: '5x5x3' } });
});

it.each([5, 6])('says so where a form of %i fields does not open', async (count) => {
  const field = { label: 'Text', multiline: false, required: false, value: '', maxLength: 10 };
  const fields = Array.from({ length: count }, (_, n) => ({ ...field, name: `field${n}` }));
  lifeguard = await startLifeguard({
    prepare: () => ({
      kind: 'form',
      form: { kind: 'form', title: 'Many', command: 'ask', submit: 'Save', fields },
    }),
  });
  const asked = lifeguard.discord.user('ana').slash('pool');
  if (count === 5) expect((await asked.modal()).modal.components).toHaveLength(5);
  else expect((await asked.answer()).text).toContain('went wrong on my side');
});

it('opens a form at a command', async () => {
  const field = { name: 'text', label: 'Text', multiline: true, required: true, maxLength: 5_000 };
  lifeguard = await startLifeguard({
    prepare: () => ({
      kind: 'form',
      form: {
        kind: 'form',
        title: 'A title that is longer than the forty-five characters of a modal',
        command: 'ask',
        submit: 'Save',
        fields: [
          { ...field, value: 'x'.repeat(4_000) },
          { ...field, name: 'long', value: 'x'.repeat(4_001) },
        ],
      },
    }),
  });
  const { modal } = await lifeguard.discord.user('ana').slash('ask', { question: 'form' }).modal();
  expect(modal.title).toHaveLength(45);
  const [full, tooLong] = modal.components.map(({ component }) => component);
  expect(full).toMatchObject({ max_length: 4_000, value: 'x'.repeat(4_000) });
  expect(tooLong).not.toHaveProperty('value');
  expect(tooLong?.placeholder).toContain('4001 characters');
});

it.each([45, 46])('a title and a label of %i characters open', async (length) => {
  const field = { name: 'text', label: 'l'.repeat(length), multiline: false, required: false, value: '' };
  lifeguard = await startLifeguard({
    prepare: () => ({
      kind: 'form',
      form: {
        kind: 'form',
        title: 't'.repeat(length),
        command: 'ask',
        submit: 'Save',
        fields: [{ ...field, maxLength: 4_000 }],
      },
    }),
  });
  const { modal } = await lifeguard.discord.user('ana').slash('pool').modal();
  expect([modal.title.length, modal.components[0]?.label.length]).toEqual([45, 45]);
});

it.each([100, 101])('a form with an id of %i characters opens, or says that it does not', async (length) => {
  const command = 'c'.repeat(length - 'form '.length);
  const field = { name: 'text', label: 'Text', multiline: false, required: false, value: '', maxLength: 9 };
  lifeguard = await startLifeguard({
    prepare: () => ({
      kind: 'form',
      form: { kind: 'form', title: 'Long', command, submit: 'Save', fields: [field] },
    }),
  });
  const asked = lifeguard.discord.user('ana').slash('pool');
  if (length === 100) expect((await asked.modal()).modal.custom_id).toHaveLength(100);
  else expect((await asked.answer()).text).toContain('went wrong on my side');
});
