import type { Answer, Traced } from '../answer/index.ts';
import type { Field } from '../model/index.ts';
import type { Inline, Message, Table } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCrossed, formatNumber } from './format.ts';
import { message, text } from './message.ts';
import { fieldPicture } from './pictures.ts';
import { explainTopic } from './topics/index.ts';

/** What one cell sees after each layer of a chain, where it looks, and whether that is the whole image. */
export function explainField(answer: Answer, traced: Traced): Message {
  const { trace, fields } = traced;
  const last = fields.at(-1) ?? null;
  const image = imageOf(traced);
  const [topic] = answer.topics;
  const name = trace.layers.at(-1)?.name ?? 'the last layer';
  return message({
    title: last ? `One cell at the end sees ${sizeText(last)} cells of the input` : 'What one cell sees',
    blocks: [
      { kind: 'table', caption: null, table: fieldTable(traced) },
      ...(last ? [text(growth)] : []),
      ...(last && image ? [text(coverage(last, image))] : []),
      ...(last && image ? fieldPicture(name, image, last) : []),
      ...(topic ? explainTopic(topic).slice(0, 1) : []),
    ],
    assumptions: assumptionLines(answer.question),
  });
}

const growth =
  'Each layer adds (window − 1) · jump to what a cell sees and multiplies the jump by its stride; the first cell looks at the middle given in the table, counted from the middle of the first pixel.';

function fieldTable({ trace, fields }: Traced): Table {
  const rows = trace.layers.map(({ name }, at): readonly Inline[] => {
    const field = fields[at] ?? null;
    return [
      String(at + 1),
      name,
      field ? sizeText(field) : '?',
      field ? numbersText(field, 'jump') : '?',
      field ? numbersText(field, 'start') : '?',
    ];
  });
  return {
    header: ['', 'layer', 'one cell sees', 'jump (product of strides)', 'first cell looks at'],
    rows,
    align: ['right', 'left', 'right', 'right', 'right'],
  };
}

function sizeText({ axes }: Field): string {
  return axes.every(({ size }) => size === 'all') ? 'all' : axes.map(({ size }) => String(size)).join(' × ');
}

/** One number where it is the same along every axis. */
function numbersText({ axes }: Field, part: 'jump' | 'start'): string {
  const values = axes.map((axis) => {
    const value = axis[part];
    return value === null ? '–' : formatNumber(value);
  });
  return [...new Set(values)].join(', ');
}

/** Height and width of the image; null where they are open, or it is no image. */
function imageOf({ trace, fields }: Traced): readonly [number, number] | null {
  const shape = Object.values(trace.forms)[0]?.shape ?? null;
  const last = fields.at(-1);
  if (!shape || last?.axes.length !== 2) return null;
  const { framework } = trace.layers[0] ?? {};
  const [height, width] =
    framework === 'torch' || framework === 'caffe' ? shape.slice(-2) : shape.slice(-3, -1);
  return height && width ? [height, width] : null;
}

function coverage({ axes, covers }: Field, image: readonly [number, number]): string {
  const seen = axes.map(({ size }, axis) =>
    size === 'all' ? (image[axis] ?? 0) : Math.min(size, image[axis] ?? size),
  );
  const share = ((seen[0] ?? 0) * (seen[1] ?? 0)) / (image[0] * image[1]);
  const part = `${formatCrossed(seen)} of ${formatCrossed(image)}, ${formatNumber(Math.round(share * 1000) / 10)} % of the image`;
  if (covers === true) return `It covers the ${formatCrossed(image)} image: some cell sees all of it.`;
  return share < 1
    ? `It does not cover the ${formatCrossed(image)} image: one cell sees ${part}. More layers, larger strides before the last ones, dilation, or global pooling at the end see the rest.`
    : `A cell’s view is as large as the ${formatCrossed(image)} image, but no cell stands so that it sees all of it.`;
}
