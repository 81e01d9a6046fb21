import { answerQuestion } from '../../src/answer/index.ts';
import { explain } from '../../src/explain/index.ts';
import { type Drawing, rasterize } from '../../src/picture/index.ts';
import { readQuestion } from '../../src/question/index.ts';
import type { Figure } from './figure.ts';
import { questions } from './questions.ts';
import { median, overRounds, perSecond, quantile, timesOf } from './rounds.ts';

/** PNGs take long enough that every tenth picture tells. */
const everyTenth = <T>(_: T, at: number): boolean => at % 10 === 0;

/** How fast pictures are drawn: every picture that the questions bring when asked for one. */
export async function measureDrawing(rounds: number): Promise<Figure[]> {
  const pictures = questions.flatMap((text) => drawingsFor(text));
  const drawn = await timesOf(pictures, rounds, (draw) => draw());
  const drawings = pictures.filter(everyTenth).map((draw) => draw());
  const pngs = await timesOf(drawings, rounds, rasterize);
  return [
    { workload: 'pictures drawn as SVG', value: overRounds(drawn, perSecond), unit: 'a second' },
    {
      workload: 'drawing a picture as SVG, 99 of 100',
      value: overRounds(drawn, quantile(0.99)),
      unit: 'ms',
    },
    { workload: 'drawings turned into PNG', value: overRounds(pngs, perSecond), unit: 'a second' },
    { workload: 'turning a drawing into PNG, median', value: overRounds(pngs, median), unit: 'ms' },
  ];
}

function drawingsFor(text: string): readonly (() => Drawing)[] {
  const { blocks } = explain(answerQuestion(readQuestion({ text })), 'picture');
  return blocks.flatMap((block) => (block.kind === 'picture' ? [block.draw] : []));
}
