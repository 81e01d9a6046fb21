import type { Traced } from '../answer/index.ts';
import type { Demand, GraphNode, TracedLayer } from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';
import type { Block } from '../reply/index.ts';
import { formatCount } from './format.ts';
import { text } from './message.ts';
import { ownShape } from './trace-table.ts';

/** Why a layer fails, in our words and in its framework's. */
export function failureBlocks({ problem }: TracedLayer, unreached: number): readonly Block[] {
  if (!problem) return [];
  const message: readonly Block[] = problem.message
    ? [{ kind: 'code', language: 'text', code: `${problem.exception ?? 'Error'}: ${problem.message}` }]
    : [];
  const rest = unreached === 1 ? 'The layer after it' : `The ${unreached} layers after it`;
  return [
    { kind: 'notice', tone: 'error', content: problem.advice },
    ...message,
    ...(unreached > 0 ? [text(`${rest} could not be followed.`)] : []),
  ];
}

/** Which images a fixed number of features demands. */
export function demandLines({ demand, withoutInput, trace }: Traced): readonly string[] {
  if (demand === null)
    return withoutInput && trace.form.shape !== null
      ? ['No input was given, so what depends on its size stays open.']
      : [];
  const { sizes, features } = demand;
  if (sizes === null) return [`No square image gives ${features} features: ${neighbours(demand)}.`];
  const { from, to } = sizes;
  const wanted =
    from === to ? `images of ${from} × ${from}` : `images from ${from} × ${from} to ${to} × ${to}`;
  const shown = withoutInput ? ` None was given, so the table is for ${from} × ${from}.` : '';
  return [`${features} features come from ${wanted}.${shown}`];
}

function neighbours({ below, above }: Demand): string {
  return [below, above]
    .flatMap((near) => (near ? [`${near.size} × ${near.size} gives ${near.features}`] : []))
    .join(', ');
}

/** How the numbers after a Flatten come about. */
export function flattenLines({ trace }: Traced): readonly string[] {
  const flatten = trace.layers.find(({ name }) => /^flatten$/i.test(name));
  if (flatten?.output == null || flatten.output.length !== 2) return [];
  const features = flatten.output[1] ?? null;
  const factors = factorsOf(flatten);
  if (features === null || factors.length < 2) return [];
  const takes = flatten.framework === 'torch' ? ' (in_features)' : '';
  return [
    `${flatten.name}: ${factors.join(' · ')} = ${features}, so the layer behind it has ${features} inputs${takes}.`,
  ];
}

/** What a flatten multiplies: every axis but the batch. */
function factorsOf({ inputs: [before], output }: TracedLayer): readonly number[] {
  if (before === undefined || output == null) return [];
  return before.slice(1).filter((size) => size !== null);
}

/** Where a number in the model comes from: the first layer that has it as a size. */
export function originLines(traced: Traced, number: number | null): readonly string[] {
  if (number === null) return [];
  const { layers } = traced.trace;
  const at = layers.findIndex(({ output }) => output?.includes(number) === true);
  const layer = layers[at];
  const [before] = layer?.inputs ?? [];
  if (layer === undefined || before === undefined || layer.output === null)
    return [`No size in this model is ${number}.`];
  const source = layers.findLast(({ id }) => layer.inputIds.includes(id));
  const from =
    source === undefined ? 'the input has' : `${source.name} (layer ${layers.indexOf(source) + 1}) gives`;
  const own = ownShape(traced, before);
  const product = productFor(number, before);
  if (product !== null)
    return [
      `${number} = ${product}: ${from} ${own}, and ${layer.name} (layer ${at + 1}) puts it into one row.`,
    ];
  return [
    `${number} first stands behind ${layer.name} (layer ${at + 1}): ${own} becomes ${ownShape(traced, layer.output)}.`,
  ];
}

/** The sizes behind the batch as a product, where it is that number. */
function productFor(number: number, [, ...sizes]: Shape): string | null {
  const factors = sizes.filter((size) => size !== null);
  const product = factors.reduce((all, size) => all * size, 1);
  return product === number && factors.length === sizes.length && factors.length > 1
    ? factors.map(formatCount).join(' · ')
    : null;
}

/** Where only the order is known in which the layers were built. */
export function orderLines(model: readonly GraphNode[]): readonly string[] {
  if (!model.some(({ assumed }) => assumed)) return [];
  return ['The forward is not in the message: I took the layers in the order in which they were built.'];
}

/** What else stands in the message. */
export function otherModels(names: readonly (string | null)[]): readonly string[] {
  if (names.length === 0) return [];
  const known = names.flatMap((name) => name ?? []);
  const which = known.length === names.length ? known.join(' and ') : 'the rest';
  return [`There is more than one model in the message. Send me ${which} alone for its trace.`];
}
