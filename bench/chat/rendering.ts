import { answerQuestion } from '../../src/answer/index.ts';
import { explain } from '../../src/explain/index.ts';
import { render as renderDiscord } from '../../src/platform/discord/index.ts';
import { render as renderSlack } from '../../src/platform/slack/index.ts';
import { renderText } from '../../src/platform/text/index.ts';
import { readQuestion } from '../../src/question/index.ts';
import type { Message } from '../../src/reply/index.ts';
import type { Figure } from './figure.ts';
import { questions } from './questions.ts';
import { overRounds, perSecond, timesOf } from './rounds.ts';

const file = new Uint8Array(1_000);

const renderings = new Map<string, (message: Message) => unknown>([
  [
    'Discord',
    (message) => {
      const pictures = message.blocks.flatMap(({ kind }) => (kind === 'picture' ? [file] : []));
      return renderDiscord(message, { pictures, button: ({ label }) => label });
    },
  ],
  [
    'Slack',
    (message) =>
      renderSlack(message, {
        pictures: (index) => ({ kind: 'file', id: `F${index}` }),
        idOf: ({ label }) => label,
        elsewhere: null,
      }),
  ],
  ['the terminal', (message) => renderText(message)],
]);

/** How fast questions that were read are answered and put into words, and the words into what a platform shows. */
export async function measureRendering(rounds: number): Promise<Figure[]> {
  const read = questions.map((text) => readQuestion({ text }));
  const messages = read.map((question) => explain(answerQuestion(question)));
  const made = await timesOf(read, rounds, (question) => explain(answerQuestion(question)));
  const figures: Figure[] = [
    { workload: 'replies made', value: overRounds(made, perSecond), unit: 'a second' },
  ];
  for (const [platform, render] of renderings) {
    const times = await timesOf(messages, rounds, render);
    const value = overRounds(times, perSecond);
    figures.push({ workload: `replies rendered for ${platform}`, value, unit: 'a second' });
  }
  return figures;
}
