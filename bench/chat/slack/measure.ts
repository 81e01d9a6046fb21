import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { freePort } from '../free-port.ts';
import { startProgram } from '../program.ts';
import { median } from '../rounds.ts';
import { gatherStudents } from './students.ts';
import { openWorkspace } from './workspace.ts';

/** Commands in a run of one program; all rounds together come to so many. */
const questionsInAll = 10_000;
/** Until all caches are filled. */
const warmUp = 3_000;
const atOnce = 16;
/** A class that asks in the same moment. */
const classSize = 300;
/** What Slack gives an app to acknowledge, in milliseconds. */
const deadline = 3_000;

/**
 * Slash commands acknowledged a second, with all that is asked answered beside it, against a Bolt that acknowledges and
 * does nothing more; in turns. What the program holds after all these questions comes with it.
 */
export async function measureSlack(rounds: number): Promise<Figure[]> {
  const workspace = await openWorkspace();
  const signingSecret = 'a signing secret for the bench';
  const students = gatherStudents(signingSecret, workspace.responseUrl);
  const port = await freePort();
  const settings = {
    SLACK_API_URL: workspace.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_PORT: String(port),
  };
  const whole = await startProgram(join(import.meta.dirname, 'whole.ts'), settings);
  const bare = await startProgram(join(import.meta.dirname, 'bare.ts'), settings);
  const count = Math.ceil(questionsInAll / rounds);
  const times = { whole: [] as number[], answered: [] as number[], bare: [] as number[] };
  const classes = { whole: [] as number[], bare: [] as number[] };
  const heaps: number[] = [];
  let asked = 0;
  const askWhole = async (many: number, together: number) => {
    asked += many;
    const start = performance.now();
    const acknowledged = await students.ask(port, many, together);
    await workspace.answered(asked);
    return { acknowledged, answered: performance.now() - start };
  };
  try {
    const first = Math.max(count, warmUp);
    await askWhole(first, atOnce);
    await students.ask(Number(bare.said), first, atOnce);
    const before = asked;
    heaps.push(await whole.heap());
    for (let round = 0; round < rounds; round++) {
      times.bare.push(await students.ask(Number(bare.said), count, atOnce));
      const { acknowledged, answered } = await askWhole(count, atOnce);
      times.whole.push(acknowledged);
      times.answered.push(answered);
      classes.bare.push(await students.ask(Number(bare.said), classSize, classSize));
      classes.whole.push((await askWhole(classSize, classSize)).acknowledged);
    }
    heaps.push(await whole.heap());
    const resident = await whole.resident();
    const perSecond = (all: readonly number[]) => (1_000 * count) / median(all);
    const [full = 0, after = 0] = heaps;
    return [
      {
        workload: 'Slack commands acknowledged, while all are answered',
        value: perSecond(times.whole),
        unit: 'a second',
        goal: { share: 0.7 },
        peer: { name: 'a Bolt that only acknowledges', value: perSecond(times.bare) },
      },
      { workload: 'Slack commands answered', value: perSecond(times.answered), unit: 'a second' },
      {
        workload: `${classSize} Slack commands at once, the last acknowledged after`,
        value: median(classes.whole),
        unit: 'ms',
        goal: { most: deadline },
        peer: { name: 'a Bolt that only acknowledges', value: median(classes.bare) },
      },
      {
        workload: `memory after ${asked.toLocaleString('en')} questions`,
        value: resident,
        unit: 'MB',
      },
      {
        workload: `growth of the heap from ${before.toLocaleString('en')} questions to ${asked.toLocaleString('en')}`,
        value: after - full,
        unit: 'MB',
        goal: { most: 2 },
      },
    ];
  } finally {
    await Promise.all([whole.stop(), bare.stop()]);
    await workspace.close();
  }
}
