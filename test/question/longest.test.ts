import { expect, test } from 'vitest';
import { readQuestion } from '../../src/question/index.ts';
import { longest } from './longest.ts';

/** Milliseconds of the processor's time, which other programs do not add to. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Ten times what a text of this length takes; what takes its length squared takes more. */
const most = 500;

test.each([...longest])('the longest text of %s does not hold the chat up', (_, text) => {
  const times = Array.from({ length: 3 }, () => timeOf(() => readQuestion({ text })));
  expect(Math.min(...times)).toBeLessThan(most);
});
