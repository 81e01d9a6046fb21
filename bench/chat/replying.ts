import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { answerQuestion } from '../../src/answer/index.ts';
import { createDispatcher, createServices, type Invocation, type Task } from '../../src/command/index.ts';
import { explain } from '../../src/explain/index.ts';
import { rasterize } from '../../src/picture/index.ts';
import { type Rendered, render } from '../../src/platform/slack/index.ts';
import type { PlatformState } from '../../src/platform/state.ts';
import { readQuestion } from '../../src/question/index.ts';
import { openStore, platformState } from '../../src/store/index.ts';
import { answerAttachment, answerRequest } from '../../src/work/index.ts';
import type { Figure } from './figure.ts';
import { questions } from './questions.ts';
import { median, overRounds, quantile, timesAfter } from './rounds.ts';

/**
 * How long a reply takes once a question is acknowledged: computed, worded, drawn, its buttons kept in a SQLite file,
 * rendered for Slack; all but sending it.
 */
export async function measureReplying(rounds: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
  const quiet = { warn: () => {}, info: () => {} };
  const store = await openStore({ url: join(folder, 'lifeguard.db'), secretKey: 'bench', log: quiet });
  const dispatcher = createDispatcher({
    commands,
    services: createServices(store, commands, { answerAttachment, answerRequest }),
    log: {
      error: ({ err }) => {
        throw err;
      },
    },
    questionsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  const state = platformState(store);
  const few = questions.filter((_, at) => at % 4 === 0);
  try {
    const plain = few.map((text) => asking({ question: text }));
    const drawn = few.filter(hasPicture).map((text) => asking({ question: text, show: 'picture' }));
    const measure = (asked: readonly Invocation[]) =>
      timesAfter(asked, rounds, dispatcher.prepare, (task) => carryOut(task, state));
    return [
      ...figures('a reply without picture', await measure(plain), 10),
      ...figures('a reply with picture', await measure(drawn), 60),
    ];
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

function figures(workload: string, times: readonly (readonly number[])[], most: number): readonly Figure[] {
  const goal = { most };
  return [
    { workload: `${workload}, median`, value: overRounds(times, median), unit: 'ms', goal },
    { workload: `${workload}, 99 of 100`, value: overRounds(times, quantile(0.99)), unit: 'ms', goal },
  ];
}

const hasPicture = (text: string): boolean =>
  explain(answerQuestion(readQuestion({ text })), 'picture').blocks.some(({ kind }) => kind === 'picture');

const asking = (values: Readonly<Record<string, string>>): Invocation => ({
  platform: 'slack',
  community: 'T1',
  channel: 'C1',
  user: 'U1',
  staff: false,
  roles: [],
  way: 'command',
  command: 'ask',
  input: { kind: 'options', values },
  files: [],
  earlier: null,
});

async function carryOut(task: Task, { actions }: PlatformState): Promise<readonly Rendered[]> {
  if (task.kind === 'form') throw new Error('a question opened a form');
  const message = await task.work();
  for (const block of message.blocks) if (block.kind === 'picture') await rasterize(block.draw());
  const ids = await actions.keep(message.actions, 'U1', 'T1');
  return render(message, {
    pictures: (index) => ({ kind: 'file', id: `F${index}` }),
    idOf: (action) => ids[message.actions.indexOf(action)] ?? '',
    elsewhere: null,
  });
}
