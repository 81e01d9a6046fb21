import type { Answer, Repeated, Row } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCall, formatCrossed } from './format.ts';
import { list, message } from './message.ts';
import { paragraph, prose } from './prose.ts';

/** How many of one layer in a row turn one size into another, with every size on the way. */
export function explainRepetition(answer: Answer, repeated: Repeated): Message {
  const { layer, from, target, rows } = repeated;
  const [simplest] = rows;
  return message({
    title: simplest ? `${simplest.times} × ${formatCall(simplest.configuration)}` : noneTitle(repeated),
    understood: prose(
      `I looked for \`${layer.name}\` several times in a row, from ${formatCrossed(from)} to ${formatCrossed(target)}.`,
    ),
    blocks: simplest ? reached(rows) : missed(repeated),
    assumptions: assumptionLines(answer.question),
    sources: [{ label: `Documentation of ${layer.name}`, href: layer.documentation }],
  });
}

function noneTitle({ from, target, times }: Repeated): string {
  const how = times === null ? 'No number of them' : `${times} of them do not`;
  return times === null
    ? `${how} leads from ${formatCrossed(from)} to ${formatCrossed(target)}`
    : `${how} lead from ${formatCrossed(from)} to ${formatCrossed(target)}`;
}

function reached(rows: readonly Row[]): readonly Block[] {
  const [simplest, ...others] = rows;
  if (!simplest) return [];
  return [
    paragraph(`${pathText(simplest)}.`),
    ...(others.length > 0
      ? [paragraph('Others that do:'), list(others.map((row) => prose(rowText(row))))]
      : []),
  ];
}

function missed({ nearest, target, from }: Repeated): readonly Block[] {
  const grows = target.some((size, axis) => size > (from[axis] ?? 0));
  const reason = grows
    ? 'Pooling does not enlarge. UpSampling2D or a transposed convolution does.'
    : 'Each of them divides the size and rounds, and the sizes on the way jump over it.';
  return [
    paragraph(reason),
    ...(nearest.length > 0 && !grows
      ? [paragraph('The nearest:'), list(nearest.map((row) => prose(rowText(row))))]
      : []),
  ];
}

const rowText = (row: Row): string => `${row.times} × \`${formatCall(row.configuration)}\`: ${pathText(row)}`;

const pathText = ({ sizes }: Row): string => sizes.map((size) => formatCrossed(size)).join(' → ');
