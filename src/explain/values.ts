import type { Answer, Result } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { actionsFor } from './actions.ts';
import { assumptionLines } from './assumptions.ts';
import { codeBlocks } from './code-block.ts';
import { formatCall, formatCrossed, formatNumber } from './format.ts';
import { formulaBlocks } from './formulas.ts';
import { gradientBlocks } from './gradient.ts';
import { gridBlock, mostGridCells } from './grid.ts';
import { message, text } from './message.ts';
import { imagesPicture, resultPicture } from './pictures.ts';
import { firstPlane } from './plane.ts';
import { refusedBlock } from './refused.ts';
import { layersOf, shapeBlocks, shapeTitle, sourcesOf } from './shape.ts';
import { trapBlocks } from './traps.ts';
import { understoodLine } from './understood.ts';
import { shows, type View } from './view.ts';

/** More values than this do not belong in a title. */
const mostTitleValues = 6;

/** The values first, then the windows they come from, then the shape rule. */
export function explainValues(answer: Answer, view: View): Message {
  const results = answer.outcomes.filter((outcome) => outcome.kind === 'result');
  const refused = answer.outcomes.filter((outcome) => outcome.kind === 'refused');
  const [first] = results;
  return message({
    title: results.map((result) => valueTitle(result, answer.question)).join(' and '),
    understood: understoodLine(results),
    blocks: [
      ...results.flatMap((result) => [
        ...valueBlocks(result, answer.question),
        ...shapeBlocks(result, results, maskOf(answer.question) !== null),
      ]),
      ...(first && answer.images ? [imagesPicture(answer.images, formatCall(first.configuration))] : []),
      ...(first && !first.gradient && shows(view, 'picture')
        ? resultPicture(first, maskOf(answer.question) ? null : firstPlane(first))
        : []),
      ...(shows(view, 'code') ? codeBlocks(results) : []),
      ...refused.map(({ refusal }) => refusedBlock(refusal)),
      ...trapBlocks(layersOf(results), answer.question.text),
    ],
    assumptions: assumptionLines(answer.question),
    actions: actionsFor(results, view),
    sources: sourcesOf(results),
  });
}

function valueTitle(result: Result, question: Answer['question']): string {
  const { values, gradient } = result;
  if (gradient && isExample(question)) {
    const [share = 0] = gradient;
    return gradient.every((each) => each === share)
      ? `Each input gets ${shareText(share)} of what arrives at its window`
      : `What flows back through a map of ${formatCrossed(result.input.read.shape)}`;
  }
  if (!values || values.length > mostTitleValues) return shapeTitle(result);
  return Array.from(values, formatNumber).join(', ');
}

/** Only a shape was given, and it is the gradient that was asked after. */
const isExample = ({ assumptions }: Answer['question']): boolean =>
  assumptions.some(({ kind }) => kind === 'example-values');

/** 0.25 as 1/4. */
function shareText(share: number): string {
  const parts = Math.round(1 / share);
  return parts > 1 && Math.abs(share * parts - 1) < 1e-6 ? `1/${formatNumber(parts)}` : formatNumber(share);
}

function valueBlocks(result: Result, question: Answer['question']): readonly Block[] {
  const { input, values, output, indices, gradient } = result;
  if (!values || !input.values) return [];
  const upstream = question.kind === 'values' ? question.upstream : null;
  if (input.values.length > mostGridCells || values.length > mostGridCells)
    return gradientBlocks(result, upstream);
  const mask = maskOf(question);
  const plane = firstPlane(result, mask);
  return [
    gridBlock('Input:', input.read.shape, input.read.values ?? input.values),
    ...(mask
      ? [text(`Mask: ${Array.from(mask, (kept) => (kept === 0 ? 'False' : 'True')).join(', ')}.`)]
      : []),
    ...upstreamBlocks(question),
    gridBlock('Output:', output.own, values),
    ...(plane ? formulaBlocks(plane) : []),
    ...nanBlocks(result),
    ...(indices ? [text(`Indices of the maxima: ${indices.join(', ')}.`)] : []),
    ...(gradient ? [gridBlock('Gradient for the input:', input.read.shape, gradient)] : []),
    ...gradientBlocks(result, upstream),
  ];
}

function maskOf(question: Answer['question']): Float64Array | null {
  return question.kind === 'values' ? (question.mask?.values ?? null) : null;
}

/** What was said to flow back; ones that were only assumed are named as such. */
function upstreamBlocks(question: Answer['question']): readonly Block[] {
  const upstream = question.kind === 'values' ? question.upstream : null;
  if (!upstream?.values || upstream.values.length > mostGridCells) return [];
  const [first = 1, ...others] = upstream.values;
  if (others.some((value) => value !== first))
    return [gridBlock('Upstream gradient:', upstream.shape, upstream.values)];
  const each = others.length === 0 ? 'the output' : 'each output';
  const said = upstream.span || upstream.literal ? '' : ', since none was given';
  return [text(`The gradient that arrives at ${each}: ${formatNumber(first)}${said}.`)];
}

/** Where frameworks differ on what stands in the input, the answer says so. */
function nanBlocks({ operation, input }: Result): readonly Block[] {
  const hasNan = input.values?.some((value) => Number.isNaN(value)) ?? false;
  if (!hasNan || operation.kind !== 'pool' || operation.reduce.kind !== 'max') return [];
  return [
    text(
      operation.reduce.nan === 'propagate'
        ? 'A NaN wins its window here, as in PyTorch and JAX; TensorFlow’s max pooling on the CPU passes over it.'
        : 'A NaN is passed over here, as TensorFlow does on the CPU; PyTorch and JAX let it win its window.',
    ),
  ];
}
