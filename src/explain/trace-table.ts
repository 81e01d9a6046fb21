import type { Traced } from '../answer/index.ts';
import { inOwnForm, nodeOf, type ParameterCount, type Trace, type TracedLayer } from '../model/index.ts';
import type { Question } from '../question/index.ts';
import { type Inline, strong, type Table } from '../reply/index.ts';
import { formatCount, formatShape } from './format.ts';

/** Every layer with what comes out of it and its weights. */
export function traceTable(traced: Traced, question: Question): Table {
  return shapeTable(traced, namesOf(traced.trace, question));
}

/** A shape as the asker writes shapes. */
export function ownShape({ trace }: Pick<Traced, 'trace'>, shape: readonly (number | null)[]): string {
  return formatShape(inOwnForm(trace, shape), trace.form.batchAdded);
}

/** What the rows are called: layers by their numbers, inputs by their names. */
function namesOf({ layers, forms }: Trace, question: Question): ReadonlyMap<string, string> {
  const entries = question.kind === 'trace' ? question.entries : [];
  const several = Object.keys(forms).length > 1;
  const inputs = Object.keys(forms).map((id): readonly [string, string] => {
    const name = entries.find((entry) => entry.id === id)?.name;
    return [id, several && name ? `input ${name}` : 'input'];
  });
  return new Map([...inputs, ...layers.map(({ id }, at) => [id, String(at + 1)] as const)]);
}

/** In a model with branches each row says which rows it takes. */
function shapeTable(traced: Traced, names: ReadonlyMap<string, string>): Table {
  const { trace } = traced;
  const branches = Object.keys(trace.forms).length > 1 || !trace.layers.every(takesTheOneBefore);
  const rows = trace.layers.map((layer, at): readonly Inline[] => [
    String(at + 1),
    layer.pooling ? strong(layer.name) : nameOf(layer),
    ...(branches ? [layer.inputIds.map((id) => resultName(id, names)).join(', ')] : []),
    layer.output ? ownShape(traced, layer.output) : 'fails',
    weights(layer.parameters),
  ]);
  const inputs = Object.entries(trace.forms).flatMap(([id, { shape }]): readonly Inline[][] =>
    shape ? [['', names.get(id) ?? 'input', ...(branches ? [''] : []), ownShape(traced, shape), '']] : [],
  );
  const total = ['', 'together', ...(branches ? [''] : []), '', weights(trace.parameters)];
  return {
    header: ['', 'layer', ...(branches ? ['takes'] : []), 'output', 'parameters'],
    rows: [...inputs, ...rows, total],
    align: ['right', 'left', ...(branches ? (['left'] as const) : []), 'left', 'right'],
  };
}

/** "3", and "3 [1]" for the second of several results. */
function resultName(id: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(nodeOf(id)) ?? '?';
  return nodeOf(id) === id ? name : `${name} ${id.slice(nodeOf(id).length)}`;
}

/** `[:, -1]` as it was written. */
function nameOf({ name, args }: TracedLayer): string {
  if (name !== '[]') return name;
  return `[${Object.values(args)
    .map((value) => (value.type === 'str' ? value.value : '?'))
    .join(', ')}]`;
}

function takesTheOneBefore({ inputIds }: TracedLayer, at: number, layers: readonly TracedLayer[]): boolean {
  return at === 0 || (inputIds.length === 1 && inputIds[0] === layers[at - 1]?.id);
}

function weights(count: ParameterCount | null): string {
  if (!count || count.trainable === null || count.nonTrainable === null) return '?';
  return formatCount(count.trainable + count.nonTrainable);
}
