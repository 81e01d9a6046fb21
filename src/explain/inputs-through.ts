import type { Answer, InputsThrough, SizeRange } from '../answer/index.ts';
import type { SpatialRank } from '../pooling/index.ts';
import type { Block, Inline, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { axisNames } from './axes.ts';
import { formatCrossed } from './format.ts';
import { message } from './message.ts';
import { paragraph, prose } from './prose.ts';
import { axesText, sizesText } from './size-text.ts';
import { failureBlocks } from './trace-notes.ts';

/** Every input that layers in a row lead to a size, with the smallest and the largest followed through. */
export function explainInputsThrough(answer: Answer, through: InputsThrough): Message {
  const { target, failing, instead } = through;
  const wanted = formatCrossed(target);
  return message({
    title: titleOf(through),
    understood: prose(`I looked for the inputs that these layers turn into ${wanted}.`),
    blocks: [
      ...(failing ? failureBlocks(failing, 0) : endBlocks(through)),
      ...(instead
        ? [paragraph(`For ${formatCrossed(instead.target)}: ${rangesText(instead.axes).toLowerCase()}.`)]
        : []),
    ],
    assumptions: assumptionLines(answer.question),
  });
}

function titleOf({ failing, axes, target }: InputsThrough): string {
  if (failing) return `I can't follow ${failing.name}`;
  return axes.includes(null) ? `No input gives ${formatCrossed(target)}` : rangesText(axes);
}

function rangesText(axes: InputsThrough['axes']): string {
  return axes.includes(null) ? 'no input gives it' : axesText(namesOf(axes.length), axes.map(rangeText));
}

function rangeText(range: SizeRange | null): string {
  if (range === null) return 'none';
  const { least, most } = range;
  return most - least > 2
    ? `${least} to ${most}`
    : sizesText(Array.from({ length: most - least + 1 }, (_, at) => least + at));
}

const namesOf = (rank: number): readonly string[] =>
  axisNames({ rank: asRank(rank), layout: 'channels_last', lead: 0, channels: false });

const asRank = (rank: number): SpatialRank => (rank === 1 || rank === 3 ? rank : 2);

/** The way of the smallest and the largest input, a column each. */
function endBlocks({ ends, target }: InputsThrough): readonly Block[] {
  const [first] = ends;
  if (first === undefined)
    return [paragraph(`The size ${formatCrossed(target)} is passed over: these layers never stop there.`)];
  const rows = first.stages.map(({ layer }, at): readonly Inline[] => [
    String(at + 1),
    layer,
    ...ends.map(({ stages }) => formatCrossed(stages[at]?.sizes ?? [])),
  ]);
  const inputs = ends.map(({ input }) => formatCrossed(input));
  const header = ends.length === 1 ? ['the input'] : ['the smallest', 'the largest'];
  return [
    {
      kind: 'table',
      caption: null,
      table: {
        header: ['', 'layer', ...header],
        rows: [['', 'input', ...inputs], ...rows],
        align: ['right', 'left', ...ends.map(() => 'left' as const)],
      },
    },
    ...(ends.length === 1
      ? [paragraph('No other size gives this output.')]
      : [paragraph('Every size between them gives the same output: each layer rounds to whole windows.')]),
  ];
}
