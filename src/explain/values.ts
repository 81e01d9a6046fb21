import type { Answer, Result } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { actionsFor } from './actions.ts';
import { assumptionLines } from './assumptions.ts';
import { codeBlock } from './code-block.ts';
import { formatCall, formatNumber } from './format.ts';
import { formulaBlocks } from './formulas.ts';
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
    title: results.map(valueTitle).join(' and '),
    understood: understoodLine(results),
    blocks: [
      ...results.flatMap((result) => [...valueBlocks(result), ...shapeBlocks(result, results.length > 1)]),
      ...(first && answer.images ? [imagesPicture(answer.images, formatCall(first.configuration))] : []),
      ...(first && shows(view, 'picture') ? resultPicture(first, firstPlane(first)) : []),
      ...(shows(view, 'code') ? results.map(codeBlock) : []),
      ...refused.map(({ refusal }) => refusedBlock(refusal)),
      ...trapBlocks(layersOf(results), answer.question.text),
    ],
    assumptions: assumptionLines(answer.question),
    actions: actionsFor(results, view),
    sources: sourcesOf(results),
  });
}

function valueTitle(result: Result): string {
  const { values } = result;
  if (!values || values.length > mostTitleValues) return shapeTitle(result);
  return Array.from(values, formatNumber).join(', ');
}

function valueBlocks(result: Result): readonly Block[] {
  const { input, values, output, indices, gradient } = result;
  if (!values || !input.values) return [];
  if (input.values.length > mostGridCells || values.length > mostGridCells) return [];
  const plane = firstPlane(result);
  return [
    gridBlock('Input:', input.read.shape, input.values),
    gridBlock('Output:', output.own, values),
    ...(plane ? formulaBlocks(plane) : []),
    ...nanBlocks(result),
    ...(indices ? [text(`Indices of the maxima: ${indices.join(', ')}.`)] : []),
    ...(gradient ? [gridBlock('Gradient for the input:', input.read.shape, gradient)] : []),
  ];
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
