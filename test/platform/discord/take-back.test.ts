import { PermissionFlagsBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import type { Invocation, Task } from '../../../src/command/index.ts';
import { answering, type Lifeguard, startLifeguard } from './lifeguard.ts';
import { byBot } from './posts.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const deletable = ({ input }: Invocation): Task => {
  const question = input.kind === 'options' ? String(input.values.question) : input.text;
  return answering({
    title: question,
    actions: [
      { kind: 'ask', label: 'more', command: 'pool', options: { question: 'more' } },
      { kind: 'delete', label: 'delete' },
    ],
  });
};

it.each(['mention', 'command'] as const)('the asker brings the deleted answer to a %s back', async (way) => {
  lifeguard = await startLifeguard({ prepare: deletable });
  const ana = lifeguard.discord.user('ana');
  const asked = way === 'mention' ? ana.mention('4x4x4') : ana.slash('pool', { question: '4x4x4' });
  const note = await ana.press((await asked.answer()).button('delete')).followUp();
  expect(note).toMatchObject({ text: 'The answer is deleted.', isPrivate: true });
  const again = await ana.press(note.button('bring it back')).answer();
  expect(again).toMatchObject({ text: '## 4x4x4', isPrivate: false });
  expect((await ana.press(again.button('more')).answer()).id).toBe(again.id);
});

it.each([
  ['a moderator', PermissionFlagsBits.ManageMessages],
  ['staff', PermissionFlagsBits.ManageGuild],
])("%s deletes somebody else's answer and brings it back as theirs", async (_, permissions) => {
  lifeguard = await startLifeguard({ prepare: deletable });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.slash('pool', { question: '4x4x4' }).answer();
  const tutor = discord.user('tutor', { permissions });
  const note = await tutor.press(answer.button('delete')).followUp();
  const again = await tutor.press(note.button('bring it back')).answer();
  expect(again).toMatchObject({ text: '## 4x4x4', isPrivate: false });
  expect((await ana.press(again.button('more')).answer()).id).toBe(again.id);
});

it('a button counts in its own server alone', async () => {
  lifeguard = await startLifeguard({ prepare: deletable });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const here = await ana.slash('pool', { question: '4x4x4' }).answer();
  const there = await ana.slash('pool', { question: '4x4x4' }, { in: 'dm' }).answer();
  const stolen = { ...there.button('more'), customId: here.button('delete').customId };
  expect((await ana.press(stolen).answer()).text).toContain('no longer know');
  expect(ana.see(there)).not.toBeNull();
});

it.each([
  'press',
  'press ',
  'delete 00000000-0000-0000-0000-000000000000',
  'restore x',
  'more',
  'constructor x',
])('refuses the made-up id "%s"', async (customId) => {
  lifeguard = await startLifeguard({ prepare: deletable });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('4x4x4').answer();
  const refused = await ana.press({ ...answer.button('more'), customId }).answer();
  expect(refused).toMatchObject({ isPrivate: true });
  expect(refused.text).toContain('no longer know what this button belongs to');
  expect(lifeguard.asked).toHaveLength(1);
});

it('refuses a component of a kind that it never sends', async () => {
  lifeguard = await startLifeguard({ prepare: deletable });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('4x4x4').answer();
  const refused = await ana.select(answer, answer.button('more').customId).answer();
  expect(refused.text).toContain('no longer know what this button belongs to');
  expect(lifeguard.asked).toHaveLength(1);
  expect(byBot(discord)).toHaveLength(2);
});
