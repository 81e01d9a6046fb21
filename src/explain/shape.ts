import type { Answer, Example, Result } from '../answer/index.ts';
import { channelAxis, countElements } from '../pooling/index.ts';
import { type Block, type Inline, type Message, strong } from '../reply/index.ts';
import { actionsFor } from './actions.ts';
import { assumptionLines } from './assumptions.ts';
import { codeBlocks } from './code-block.ts';
import { derivationLines } from './derivation.ts';
import { formatCall, formatNumber, formatShape, formatTuple, frameworkName } from './format.ts';
import { formulaBlocks } from './formulas.ts';
import { gridBlock } from './grid.ts';
import { list, message, text } from './message.ts';
import { resultPicture } from './pictures.ts';
import { refusedBlock } from './refused.ts';
import { trapBlocks } from './traps.ts';
import { inputText, understoodLine } from './understood.ts';
import { shows, type View } from './view.ts';
import { whyLine } from './why.ts';
import { windowFormula } from './windows.ts';

/** A map with more cells is worked through only when somebody asks for values. */
const mostLineCells = 16;

/** The output shape first, then how it comes about; the worked example, picture and code when they are asked for. */
export function explainShape(answer: Answer, view: View): Message {
  const results = answer.outcomes.filter((outcome) => outcome.kind === 'result');
  const refused = answer.outcomes.filter((outcome) => outcome.kind === 'refused');
  const [first] = results;
  const { example } = answer;
  return message({
    title: results.map(shapeTitle).join(' and '),
    understood: understoodLine(results),
    blocks: [
      ...results.flatMap((result) => [...shapeBlocks(result, results), ...beyondCounting(result)]),
      ...refused.map(({ refusal }) => refusedBlock(refusal)),
      ...trapBlocks(layersOf(results), answer.question.text),
      ...(example ? (shows(view, 'values') ? exampleBlocks(example) : exampleLine(example)) : []),
      ...(first && shows(view, 'picture') ? resultPicture(first, example) : []),
      ...(shows(view, 'code') ? codeBlocks(results) : []),
    ],
    assumptions: assumptionLines(answer.question),
    actions: actionsFor(results, view),
    sources: sourcesOf(results),
  });
}

/** The result alone: `2 × 2 × 4`, or `(None, 2, 2, 4)` where the asker gave a batch. */
export function shapeTitle({ output, input }: Result): string {
  return formatShape(output.own, input.batchAdded);
}

/** How one layer's output shape comes about; named where it is one of several, and with its input where they differ. */
export function shapeBlocks(result: Result, all: readonly Result[], masked = false): readonly Block[] {
  const { configuration, derivation, operation, input, output } = result;
  const channels = operation.axes.channels && !input.channelsAdded ? [channelsLine(result)] : [];
  const why = whyLine(result, masked);
  const inputs = new Set(all.map(inputText));
  const on = inputs.size > 1 ? ` on ${inputText(result)}` : '';
  const lines: readonly Inline[] = [...derivationLines(derivation, operation.axes), ...channels];
  return [
    ...(all.length > 1 ? [text(strong(formatCall(configuration)), `${on}: ${shapeTitle(result)}`)] : []),
    list(lines),
    ...(why ? [text(why)] : []),
    ...(input.batchAdded || input.channelsAdded
      ? [
          text(
            `As ${frameworkName(configuration)} has it: ${formatTuple(input.shape)} → ${formatTuple(output.full)}.`,
          ),
        ]
      : []),
  ];
}

/** Shapes cost nothing, however large; values would. */
function beyondCounting({ output }: Result): readonly Block[] {
  if (output.full.includes(null) || countElements(output.full) !== null) return [];
  return [
    text('That is more than 2^53 numbers: the shape is exact, but the values are too many to compute.'),
  ];
}

function channelsLine({ input, operation }: Result): string {
  const count = input.shape[channelAxis(operation.axes) ?? -1] ?? null;
  return `channels stay${count === null ? '' : ` ${count}`}: each is pooled on its own`;
}

/** The same in one line, where the map is small enough to have before one's eyes. */
function exampleLine(example: Example): readonly Block[] {
  const { input, output } = example;
  if (input.data.length > mostLineCells) return [];
  const formula = windowFormula(example, 0);
  const first = formula ? `; the first is ${formula}` : '';
  const values = Array.from(output.data, formatNumber).join(', ');
  return [text(`One channel, its cells numbered 1 to ${input.data.length} row by row: ${values}${first}.`)];
}

/** One channel worked through, with numbers that can be followed in the head. */
export function exampleBlocks(example: Example): readonly Block[] {
  const { input, output } = example;
  return [
    gridBlock(`One channel with the numbers 1 to ${input.data.length}:`, input.shape, input.data),
    gridBlock('becomes:', output.shape, output.data),
    ...formulaBlocks(example),
  ];
}

/** The layers behind results. */
export const layersOf = (results: readonly Result[]) => results.map(({ configuration: { layer } }) => layer);

/** One link to each layer's own documentation. */
export function sourcesOf(results: readonly Result[]): Message['sources'] {
  const layers = new Map(results.map(({ configuration: { layer } }) => [layer.documentation, layer]));
  return [...layers].map(([href, { name }]) => ({ label: `Documentation of ${name}`, href }));
}
