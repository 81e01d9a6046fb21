import type { Answer, Traced } from '../answer/index.ts';
import { inOwnForm, type ParameterCount, type TracedLayer } from '../model/index.ts';
import type { ReceptiveAxis } from '../pooling/index.ts';
import type { Block, Inline, Message, Table } from '../reply/index.ts';
import { strong } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCount, formatShape } from './format.ts';
import { message, text } from './message.ts';
import { explainTopic } from './topics/index.ts';

/** A model layer by layer: what comes out of each, where pooling stands, and where and why it fails. */
export function explainTrace(answer: Answer, traced: Traced): Message {
  const { trace, aboutFields } = traced;
  const failing = trace.layers.find(({ problem }) => problem !== null);
  const [topic] = answer.topics;
  const branches = answer.question.kind === 'trace' && answer.question.branches;
  return message({
    title: aboutFields && !failing ? fieldTitle(traced) : shapeTitle(traced, failing ?? null),
    blocks: [
      { kind: 'table', caption: null, table: aboutFields ? fieldTable(traced) : shapeTable(traced) },
      ...(failing?.problem ? failureBlocks(failing, trace.unreached) : []),
      ...(branches ? [text(branchNotice)] : []),
      ...trace.layers.flatMap(({ name, warning }) => (warning ? [text(`${name}: ${warning}`)] : [])),
      ...(aboutFields || failing ? [] : flattened(traced)),
      ...(aboutFields && topic ? explainTopic(topic).slice(0, 1) : []),
    ],
    assumptions: assumptionLines(answer.question),
  });
}

const branchNotice =
  'Here the model branches: a layer takes something other than the one before it. I follow it up to there; send me one branch at a time for the rest.';

function shapeTitle({ trace }: Traced, failing: TracedLayer | null): string {
  if (failing) return `It stops at layer ${trace.layers.indexOf(failing) + 1}, ${failing.name}`;
  return `${trace.layers.length} layers, out comes ${ownShape({ trace }, trace.output ?? [])}`;
}

function ownShape({ trace }: Pick<Traced, 'trace'>, shape: readonly (number | null)[]): string {
  return formatShape(inOwnForm(trace, shape), trace.form.batchAdded);
}

function shapeTable(traced: Traced): Table {
  const { trace } = traced;
  const rows = trace.layers.map((layer, at): readonly Inline[] => [
    String(at + 1),
    layer.pooling ? strong(layer.name) : layer.name,
    layer.output ? ownShape(traced, layer.output) : 'fails',
    weights(layer.parameters),
  ]);
  const start = trace.form.shape ? [['', 'input', ownShape(traced, trace.form.shape), '']] : [];
  const total = ['', 'together', '', weights(trace.parameters)];
  return {
    header: ['', 'layer', 'output', 'parameters'],
    rows: [...start, ...rows, total],
    align: ['right', 'left', 'left', 'right'],
  };
}

function weights(count: ParameterCount | null): string {
  if (!count || count.trainable === null || count.nonTrainable === null) return '?';
  return formatCount(count.trainable + count.nonTrainable);
}

function failureBlocks(layer: TracedLayer, unreached: number): readonly Block[] {
  const { problem } = layer;
  if (!problem) return [];
  return [
    { kind: 'notice', tone: 'error', content: problem.advice },
    ...(problem.message
      ? [
          {
            kind: 'code',
            language: 'text',
            code: `${problem.exception ?? 'Error'}: ${problem.message}`,
          } as const,
        ]
      : []),
    ...(unreached > 0
      ? [text(`The ${unreached} ${unreached === 1 ? 'layer' : 'layers'} after it could not be followed.`)]
      : []),
  ];
}

/** How the numbers after a Flatten come about. */
function flattened({ trace }: Traced): readonly Block[] {
  const flatten = trace.layers.find(({ name }) => name === 'Flatten');
  const [before] = flatten?.inputs ?? [];
  const features = flatten?.output?.at(-1);
  if (!before || features == null || before.length < 3) return [];
  const sizes = before
    .slice(trace.form.batchAdded || before[0] === null ? 1 : 0)
    .filter((size) => size !== null);
  return [
    text(
      `Flatten: ${sizes.join(' · ')} = ${features}, so the layer behind it has ${features} inputs (in_features).`,
    ),
  ];
}

function fieldTitle({ fields }: Traced): string {
  const last = fields.at(-1);
  return last
    ? `One cell at the end sees ${fieldText(last, 'size')} cells of the input`
    : 'What one cell sees';
}

function fieldTable({ trace, fields }: Traced): Table {
  const rows = trace.layers.map(({ name }, at): readonly Inline[] => {
    const field = fields[at] ?? null;
    return [
      String(at + 1),
      name,
      field ? fieldText(field, 'size') : '?',
      field ? fieldText(field, 'jump') : '?',
    ];
  });
  return {
    header: ['', 'layer', 'one cell sees', 'jump (product of strides)'],
    rows,
    align: ['right', 'left', 'right', 'right'],
  };
}

function fieldText(axes: readonly ReceptiveAxis[], part: 'size' | 'jump'): string {
  const values = axes.map((axis) => (axis[part] === null ? '–' : String(axis[part])));
  return values.every((value) => value === values[0]) && axes.length === 2 && part === 'size'
    ? `${values[0]} × ${values[1]}`
    : [...new Set(values)].join(' × ');
}
