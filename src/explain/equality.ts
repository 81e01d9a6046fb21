import type { Answer, Condition, Counterexample, Equality } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { equalitySettings } from './equality-settings.ts';
import { formatCall, formatCrossed, formatNumber } from './format.ts';
import { message } from './message.ts';
import { bullets, paragraph, prose } from './prose.ts';
import { explainTopic } from './topics/index.ts';

/** Whether two layers are the same: the verdict, why, and the smallest numbers that tell them apart. */
export function explainEquality(answer: Answer, equality: Equality): Message {
  const [first, second] = equality.sides;
  const [topic] = answer.topics;
  const spoken =
    equality.written.some((written) => written !== null) ||
    answer.question.calls.some(({ written }) => written === 'words');
  return message({
    title: equalityTitle(equality),
    understood: prose(
      `I compared \`${equality.written[0] ?? formatCall(first)}\` and \`${equality.written[1] ?? formatCall(second)}\`${onMap(equality)}.`,
    ),
    blocks: [
      paragraph(reason(equality)),
      ...settings(equality),
      ...numbers(equality.counterexample, 'For example'),
      paragraph(gradientSentence(equality)),
      ...numbers(equality.gradient === 'different' ? null : equality.gradientCounterexample, 'Gradients'),
      ...(equality.sameShape || equality.lengths.length === 0 ? [] : [paragraph(shapeSentence(equality))]),
      ...(equality.nanDiffers
        ? [
            paragraph(
              'With NaN in a window they differ: one lets NaN win, the other (on TensorFlow) drops it.',
            ),
          ]
        : []),
      ...(layoutsDiffer(equality)
        ? [paragraph('One wants the channels last, the other first: transpose the input before you compare.')]
        : []),
      ...(spoken && topic ? explainTopic(topic) : []),
    ],
    assumptions: assumptionLines(answer.question),
    sources: [first, second]
      .map(({ layer }) => ({ label: `Documentation of ${layer.name}`, href: layer.documentation }))
      .filter(({ href }, at, all) => all.findIndex((other) => other.href === href) === at),
  });
}

/** The verdict in one line. */
export function equalityTitle(equality: Equality): string {
  switch (equality.forward) {
    case 'equal':
      if (!equality.sameShape) return 'The same numbers for every input, in another shape';
      return equality.gradient === 'equal'
        ? 'Yes, they are the same'
        : 'The same output for every input, but not the same gradient on ties';
    case 'equal-when':
      return equality.proof === 'none'
        ? 'I found no difference, but I can’t prove that they are the same'
        : `The same only ${conditionText(equality)}`;
    case 'different':
      return 'No, they differ';
  }
}

function conditionText({ lengths, nonNegative, asked }: Equality): string {
  const said = lengths.map((condition) => (condition ? lengthText(condition) : null));
  const distinct = [...new Set(said.filter((text) => text !== null))];
  const sizes = distinct.length === 1 && distinct[0] ? [distinct[0]] : distinct;
  const parts = [...sizes, ...(nonNegative ? ['where no value is negative (as after ReLU)'] : [])];
  if (parts.length > 0) return parts.join(' and ');
  return asked ? `on ${formatCrossed(asked)}` : 'on some maps';
}

function lengthText(condition: Condition): string {
  switch (condition.kind) {
    case 'parity':
      return `when height and width are ${condition.odd ? 'odd' : 'even'}`;
    case 'remainder':
      return condition.remainder === 0
        ? `when height and width are multiples of ${condition.by}`
        : `when height and width leave ${condition.remainder} divided by ${condition.by}`;
    case 'exactly':
      return `for ${condition.lengths.join(' or ')} cells along an axis`;
    case 'at-least':
      return `from ${condition.length} cells on along an axis`;
    case 'at-most':
      return `up to ${condition.length} cells along an axis`;
  }
}

const onMap = ({ asked }: Equality): string => (asked ? ` on ${formatCrossed(asked)}` : '');

function reason({ forward, proof, lengths }: Equality): string {
  if (lengths.length === 0) return 'They pool over different numbers of axes, so no input goes through both.';
  switch (forward) {
    case 'equal':
      return proof === 'form'
        ? 'Both come down to one operation: the same windows in the same places, the same padding, the same divisor.'
        : 'Their windows hold the same cells with the same weights at every size: the places repeat with the stride, and I compared each case cell by cell.';
    case 'equal-when':
      return proof === 'none'
        ? 'They do different things to a window; on the maps I tried the results agree, which is no proof.'
        : 'There each window holds the same cells with the same weights; elsewhere it does not.';
    case 'different':
      return 'Their windows hold other cells, weigh them otherwise, or make something else of them.';
  }
}

function settings({ sides, forward }: Equality): readonly Block[] {
  const lines = equalitySettings(sides);
  return forward === 'equal' || lines.length === 0 ? [] : [bullets(...lines)];
}

function numbers(example: Counterexample | null, label: string): readonly Block[] {
  if (!example || example.input.data.length > 64) return [];
  const [first, second] = example.outputs;
  const shown = ({ shape, data }: Counterexample['input']) =>
    `${Array.from(data, formatNumber).join(', ')} (${formatCrossed(shape)})`;
  return [
    paragraph(
      `${label}: on ${shown(example.input)}, row by row, the first gives ${shown(first)}, the second ${shown(second)}.`,
    ),
  ];
}

function gradientSentence({ gradient, noTies, forward }: Equality): string {
  if (gradient === 'equal') return 'The gradient is the same too.';
  if (gradient === 'different') return 'The gradient differs as well.';
  if (!noTies) return 'The gradient is the same under that condition too.';
  const where = forward === 'equal' ? '' : ' under that condition';
  return `The gradient is the same${where} only where no two cells of a window tie: equal extremes share it in one way here and another there.`;
}

function shapeSentence({ sides }: Equality): string {
  const drops = sides.some(
    ({ operation }) =>
      operation.kind === 'pool' && operation.window.kind === 'global' && !operation.window.keepdims,
  );
  return drops
    ? 'The shapes differ: one drops the pooled axes. A Flatten, or `keepdims=True` on the other side, makes them alike.'
    : 'The output sizes differ.';
}

function layoutsDiffer({ sides, lengths }: Equality): boolean {
  const [first, second] = sides.map(({ operation }) => operation.axes.layout);
  return lengths.length > 0 && first !== second;
}
