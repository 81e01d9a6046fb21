import type { Answer, Condition, Counterexample, Equality, Side } from '../answer/index.ts';
import type { Configuration } from '../frameworks/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { equalityReason } from './equality-reason.ts';
import { equalitySettings } from './equality-settings.ts';
import { formatCall, formatCrossed, formatNumber } from './format.ts';
import { message } from './message.ts';
import { bullets, paragraph, prose } from './prose.ts';
import { explainTopic } from './topics/index.ts';

/** Whether two sides are the same: the verdict, why, and the smallest numbers that tell them apart. */
export function explainEquality(answer: Answer, equality: Equality): Message {
  const [first, second] = equality.sides;
  const [topic] = answer.topics;
  return message({
    title: equalityTitle(equality),
    understood: prose(`I compared \`${sideText(first)}\` and \`${sideText(second)}\`${onMap(equality)}.`),
    blocks: [
      paragraph(equalityReason(equality)),
      ...settings(equality),
      ...numbers(equality.counterexample, 'For example'),
      paragraph(gradientSentence(equality)),
      ...numbers(equality.gradient === 'different' ? null : equality.gradientCounterexample, 'Gradients'),
      ...(equality.sameShape || equality.lengths.length === 0 ? [] : [paragraph(shapeSentence(equality))]),
      ...notes(equality).map((note) => paragraph(note)),
      ...(speaks(answer, equality) && topic ? explainTopic(topic) : []),
    ],
    assumptions: assumptionLines(answer.question),
    sources: layersIn(equality)
      .map(({ layer }) => ({ label: `Documentation of ${layer.name}`, href: layer.documentation }))
      .filter(({ href }, at, all) => all.findIndex((other) => other.href === href) === at),
  });
}

/** `MaxPool2d(kernel_size=2) → ReLU`. */
function sideText({ written }: Side): string {
  return written
    .map((step) => (typeof step === 'string' ? step : formatCall(withoutTensors(step))))
    .join(' → ');
}

/** What a function is called on is what the step before it gives. */
function withoutTensors(configuration: Configuration): Configuration {
  const tensors = new Set(
    configuration.layer.parameters.flatMap(({ name, tensor }) => (tensor ? [name] : [])),
  );
  const args = Object.fromEntries(Object.entries(configuration.args).filter(([name]) => !tensors.has(name)));
  return { ...configuration, args };
}

const layersIn = ({ sides }: Equality): readonly Configuration[] =>
  sides.flatMap(({ written }) => written).filter((step) => typeof step !== 'string');

const hasStep = ({ sides }: Equality, kind: string): boolean =>
  sides.some(({ steps }) => steps.some((step) => step.kind === kind));

const interpolates = ({ sides }: Equality): boolean =>
  sides.some(({ steps }) =>
    steps.some((step) => step.kind === 'cells' && step.rules.some(({ kind }) => kind === 'linear')),
  );

/** Asked in words or code about one step against another: the topic behind it may be new. */
function speaks({ question: { calls } }: Answer, equality: Equality): boolean {
  const { sides } = equality;
  const single = sides.every(({ written }) => written.length === 1);
  const code = sides.some(({ written }) => written.some((step) => typeof step === 'string'));
  return single && !interpolates(equality) && (code || calls.some(({ written }) => written === 'words'));
}

/** A blur in words, without a library that says what it does at the border. */
const blurs = /\d+\s*[x×]\s*\d+\s+(?:box|mean|averaging)|(?:box|mean|averaging)[ -](?:blur|filter)/i;

/** What the verdict leaves out or takes for granted. */
function notes(equality: Equality): readonly string[] {
  return [
    ...(blurs.test(sideText(equality.sides[0]) + sideText(equality.sides[1]))
      ? ['I took the blur to leave out the border, where its window does not fit.']
      : []),
    ...(interpolates(equality)
      ? ['Bilinear is taken without anti-aliasing; with it, as in Pillow, more cells count.']
      : []),
    ...(hasStep(equality, 'mix') ? ['Both sides are taken to have the same weights.'] : []),
    ...(equality.nanDiffers
      ? ['With NaN in a window they differ: one lets NaN win, the other (on TensorFlow) drops it.']
      : []),
    ...(layoutsDiffer(equality)
      ? ['One wants the channels last, the other first: transpose the input before you compare.']
      : []),
  ];
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
      return condition.remainders.join() === '0'
        ? `when height and width are multiples of ${condition.by}`
        : `when height and width leave ${condition.remainders.join(' or ')} divided by ${condition.by}`;
    case 'exactly':
      return `for ${condition.lengths.join(' or ')} cells along an axis`;
    case 'at-least':
      return `from ${condition.length} cells on along an axis`;
    case 'at-most':
      return `up to ${condition.length} cells along an axis`;
  }
}

const onMap = ({ asked }: Equality): string => (asked ? ` on ${formatCrossed(asked)}` : '');

function settings({ sides, forward }: Equality): readonly Block[] {
  const lines = equalitySettings(sides);
  return forward === 'equal' || lines.length === 0 ? [] : [bullets(...lines)];
}

/** The numbers of a small example; with the weights put in for a step that mixes channels. */
function numbers(example: Counterexample | null, label: string): readonly Block[] {
  if (!example) return [];
  const [first, second] = example.outputs;
  if ([example.input, first, second].some(({ data }) => data.length > 64)) return [];
  const shown = ({ shape, data }: Counterexample['input']) =>
    `${Array.from(data, formatNumber).join(', ')} (${formatCrossed(shape)})`;
  const { mixing } = example;
  const weights = mixing === null ? '' : ` (one channel, weight ${mixing.weight}, bias ${mixing.bias})`;
  return [
    paragraph(
      `${label}${weights}: on ${shown(example.input)}, row by row, the first gives ${shown(first)}, the second ${shown(second)}.`,
    ),
  ];
}

function gradientSentence({ gradient, noTies, forward, proof }: Equality): string {
  if (gradient === 'equal') return 'The gradient is the same too.';
  if (gradient === 'different') return 'The gradient differs as well.';
  if (!noTies)
    return forward === 'equal-when' && proof === 'none'
      ? 'I found no difference in the gradient either.'
      : 'The gradient is the same under that condition too.';
  const where = forward === 'equal' ? '' : ' under that condition';
  return `The gradient is the same${where} only where no two cells of a window tie: equal extremes share it in one way here and another there.`;
}

function shapeSentence({ sides: [a, b] }: Equality): string {
  return a.flat !== b.flat
    ? 'The shapes differ: one drops the pooled axes. A Flatten, or `keepdims=True` on the other side, makes them alike.'
    : 'The output sizes differ.';
}

function layoutsDiffer({ sides, lengths }: Equality): boolean {
  return lengths.length > 0 && sides[0].layout !== sides[1].layout;
}
