import { afterEach, expect, it } from 'vitest';
import { held, type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const until = (kind: 'resumed' | 'identified', count: number) => {
  let left = count;
  return lifeguard.discord.journal.until(`${kind} ${count} times`, (happening) => {
    if (happening.kind === kind) left -= 1;
    return left === 0 ? true : undefined;
  });
};

it.each([
  ['a dropped socket', () => lifeguard.discord.gateway.drop(), 'resumed', 1],
  ['op 7', () => lifeguard.discord.gateway.reconnect(), 'resumed', 1],
  ['op 9, resumable', () => lifeguard.discord.gateway.invalidate(true), 'resumed', 1],
  ['op 9, not resumable', () => lifeguard.discord.gateway.invalidate(false), 'identified', 2],
  ['a close with 4000', () => lifeguard.discord.gateway.close(4000), 'resumed', 1],
] as const)('goes on after %s', async (_, trouble, kind, count) => {
  lifeguard = await startLifeguard();
  trouble();
  await until(kind, count);
  const answer = await lifeguard.discord.user('ana').mention('still there?').answer();
  expect(answer.text).toBe('## still there?');
  expect(lifeguard.bot.connected()).toBe(true);
});

it('answers what was asked while the socket was down', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  discord.gateway.drop();
  expect((await discord.user('ana').mention('anybody?').answer()).text).toBe('## anybody?');
});

it('answers a question whose frame broke off in the middle', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  discord.gateway.cutNextFrame();
  expect((await discord.user('ana').mention('cut in two').answer()).text).toBe('## cut in two');
});

it('finishes a job whose question came over a socket that is gone', async () => {
  const slow = held({ title: 'done' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const asked = lifeguard.discord.user('ana').slash('pool');
  await asked.acknowledged();
  lifeguard.discord.gateway.drop();
  await until('resumed', 1);
  slow.release();
  expect((await asked.answer()).text).toBe('## done');
});
