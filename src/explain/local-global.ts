import type { Answer, LocalGlobal, Result } from '../answer/index.ts';
import { type Block, code, type Inline, type Message, strong } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import {
  formatCall,
  formatCount,
  formatNumber,
  formatShape,
  formatSize,
  formatTuple,
  frameworkName,
} from './format.ts';
import { gridBlock } from './grid.ts';
import { list, message, text } from './message.ts';
import { comparisonPicture } from './pictures.ts';
import { sourcesOf } from './shape.ts';
import { shows, type View } from './view.ts';

/** Local against global pooling on the asker's shape: what comes out, what one number stands for, what follows it. */
export function explainLocalGlobal(answer: Answer, comparison: LocalGlobal, view: View): Message {
  const { local, global, keepdims } = comparison;
  return message({
    title: titleOf(comparison),
    understood: [
      comparison.asked ? 'On your input of ' : 'On an example of ',
      formatShape(local.input.read.shape, local.input.batchAdded),
      ', ',
      local.operation.axes.layout === 'channels_last' ? 'channels last.' : 'channels first.',
    ],
    blocks: [
      { kind: 'table', caption: null, table: sideBySide(comparison) },
      ...(view === 'picture' ? [] : [...argumentBlocks(comparison), ...shapeBlocks(comparison)]),
      ...comparisonPicture(comparison),
      ...(shows(view, 'values') ? exampleBlocks(comparison) : exampleLine(comparison)),
      ...reasonBlocks(comparison),
    ],
    assumptions: assumptionLines(answer.question),
    sources: sourcesOf(keepdims ? [local, global, keepdims] : [local, global]),
  });
}

const shapeOf = ({ output, input }: Result) => formatShape(output.own, input.batchAdded);

function titleOf({ local, global, channels }: LocalGlobal): string {
  const count = channels === null ? 'one number per channel' : `one number per channel (${channels})`;
  const shape = shapeOf(global) === String(channels) ? '' : `: ${shapeOf(global)}`;
  const map = shapeOf(local);
  return `Local keeps a smaller map ${map.startsWith('(') ? map : `(${map})`}; global keeps ${count}${shape}.`;
}

function sideBySide(comparison: LocalGlobal) {
  const { local, global, keepdims, windowCells, mapCells, dense, spatial } = comparison;
  const [reduced, wholly] = [meaning(local), meaning(global)];
  const same = reduced === wholly;
  const kept = keepdims ? ` (with keepdims=True: ${shapeOf(keepdims)})` : '';
  const map = spatial.map(formatSize).join(' × ');
  const whole =
    mapCells === null
      ? 'the whole map, however many cells it has'
      : `the whole ${map} map: ${formatCount(mapCells)} cells`;
  const rows: readonly (readonly Inline[])[] = [
    ['output', shapeOf(local), `${shapeOf(global)}${kept}`],
    [
      same ? `one number is the ${reduced} of` : 'one number is',
      `${same ? '' : `the ${reduced} of `}one window: ${windowCells} cells`,
      `${same ? '' : `the ${wholly} of `}${whole}`,
    ],
    ['trainable parameters', 'none', 'none'],
    [
      `a Dense(${dense.units}) after it`,
      denseText('Flatten first: ', dense.flatten, dense.units),
      denseText('', dense.global, dense.units),
    ],
    [
      'another image size',
      'another map size; a Dense after Flatten no longer fits',
      'still one number per channel',
    ],
    ['the gradient', gradientText(local, windowCells), gradientText(global, mapCells)],
  ];
  return {
    header: ['', code(formatCall(local.configuration)), code(formatCall(global.configuration))],
    rows,
    align: ['left', 'left', 'left'] as const,
  };
}

function meaning({ operation }: Result): string {
  const reduce = operation.kind === 'pool' ? operation.reduce.kind : 'max';
  return reduce === 'average' ? 'mean' : reduce === 'max' ? 'maximum' : reduce;
}

function denseText(
  before: string,
  cost: { inputs: number; parameters: number } | null,
  units: number,
): string {
  if (!cost) return 'depends on the open size';
  return `${before}${formatCount(cost.inputs)} · ${units} + ${units} = ${formatCount(cost.parameters)} parameters`;
}

function gradientText(result: Result, cells: number | null): string {
  const whole = result.configuration.layer.family.window === 'global';
  if (meaning(result) !== 'mean')
    return `all of it to the largest cell of the ${whole ? 'map; equal ones share it' : 'window'}`;
  if (cells === null) return 'shared evenly by all cells of the map';
  return `1/${formatCount(cells)} to each cell of the ${whole ? 'map' : 'window'}`;
}

/** Which arguments each of the two takes, from its table. */
function argumentBlocks({ local, global }: LocalGlobal): readonly Block[] {
  const names = ({ configuration }: Result) =>
    configuration.layer.parameters.filter(({ inert }) => !inert).map(({ name }) => name);
  const [localNames, globalNames] = [names(local), names(global)];
  const only = localNames.filter((name) => !globalNames.includes(name));
  const listed = only.flatMap((name, at): readonly Inline[] => [at === 0 ? '' : ', ', code(name)]);
  const strides = localNames.find((name) => /^strides?$/.test(name));
  return [
    text(
      'Arguments: only ',
      code(local.configuration.layer.name),
      ' takes ',
      ...listed,
      '; the global one has no window to set, because its window is the whole map.',
      strides ? ' The window size is the factor by which the map shrinks only when ' : '',
      strides ? [code(strides), ' is left out; otherwise the stride is that factor.'] : '',
    ),
  ];
}

function shapeBlocks({ local, global, keepdims, otherLayout }: LocalGlobal): readonly Block[] {
  const other = local.operation.axes.layout === 'channels_last' ? 'channels_first' : 'channels_last';
  const batched = local.input.batchAdded;
  const items: Inline[] = [
    [
      strong(`${frameworkName(local.configuration)}, with the batch axis: `),
      `${formatTuple(local.input.shape)} → local ${formatTuple(local.output.full)}, global ${formatTuple(global.output.full)}`,
      keepdims ? `, global with keepdims=True ${formatTuple(keepdims.output.full)}` : '',
      '.',
    ],
    [
      strong(`The same as ${other}: `),
      `${formatShape(otherLayout.input, batched)} → local ${formatShape(otherLayout.local, batched)}, global ${formatShape(otherLayout.global, batched)}`,
      otherLayout.keepdims ? `, with keepdims=True ${formatShape(otherLayout.keepdims, batched)}` : '',
      '.',
    ],
  ];
  return [list(items)];
}

function exampleBlocks({ example: { local, global } }: LocalGlobal): readonly Block[] {
  const values = ({ data }: { data: ArrayLike<number> }) => Array.from(data, formatNumber).join(', ');
  return [
    gridBlock(
      `One channel, the numbers 1 to ${local.input.data.length}:`,
      local.input.shape,
      local.input.data,
    ),
    gridBlock('Local, one number per window:', local.output.shape, local.output.data),
    text(`Global, one number for all: ${values(global.output)}.`),
  ];
}

/** The example in one line; its tables are in the longer views. */
function exampleLine({ example: { local, global } }: LocalGlobal): readonly Block[] {
  const values = ({ data }: { data: ArrayLike<number> }) => Array.from(data, formatNumber).join(', ');
  if (local.output.data.length > 16) return [];
  return [
    text(
      `One channel, ${local.input.data.length} cells numbered row by row: local ${values(local.output)}; global ${values(global.output)}.`,
    ),
  ];
}

/** Facts: Lin et al. 2013 (Network in Network) for the idea, Huang et al. 2017 (DenseNet) for where it stands. */
function reasonBlocks({ local }: LocalGlobal): readonly Block[] {
  if (local.operation.axes.rank !== 2) return [];
  return [
    text(
      'Networks such as DenseNet and ResNet use local pooling on the way, where the place of a feature still matters, ',
      'and end in global average pooling: it turns each feature map into one number, so the classifier behind it has ',
      'few weights to overfit, and images of any size give the same number of inputs.',
    ),
  ];
}
