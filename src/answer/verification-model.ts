import { type FrameworkId, findLayers } from '../frameworks/index.ts';
import { findNetworks, inOwnForm, traceNetwork } from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';
import { readQuestion } from '../question/index.ts';
import { traceModel } from './trace.ts';

/** What the layers that a sentence names make of an input, one after another. */
export interface SentenceModel {
  readonly parameters: number | null;
  readonly output: Shape;
}

const written = /(?:[a-z]\w*\.)*[A-Z]\w*(?:\((?:[^()]|\([^()]*\))*\))?/g;

/**
 * Traces the layers of a sentence on an input: in the order they stand, or the other way round in "a Dense(10) after
 * Flatten". Null where it names none, or they can't be followed.
 */
export function modelOf(
  text: string,
  input: Shape | null,
  framework: FrameworkId | null,
): SentenceModel | null {
  const found = [...text.matchAll(written)]
    .filter(([name]) => isLayer(name))
    .map((match) => ({ name: match[0], at: match.index }));
  const after = text.search(/\bafter (?!it\b|that\b|this\b)/);
  const [first] = found;
  if (!first) return null;
  const turned = after > first.at && found.some(({ at }) => at > after);
  const inOrder = (turned ? found.toReversed() : found).map(({ name }) => name);
  // One layer alone is not read as a model; a ReLU behind it changes neither shape nor weights.
  const chain = (inOrder.length > 1 ? inOrder : [...inOrder, 'ReLU()']).join(', ');
  const shape = input ?? impliedInput(first.name);
  if (!shape) return null;
  const question = readQuestion({
    text: `${chain} on ${tuple(shape)}`,
    prefer: 'trace',
    ...(framework ? { framework } : {}),
  });
  const trace = traceModel(question)?.trace;
  if (!trace?.output) return null;
  const { trainable, nonTrainable } = trace.parameters;
  return {
    parameters: trainable === null || nonTrainable === null ? null : trainable + nonTrainable,
    output: inOwnForm(trace, trace.output),
  };
}

/** With parentheses, or known without. */
const isLayer = (name: string): boolean =>
  /\(|^Flatten$/.test(name) || findLayers(name.replace(/\(.*/s, '')).length > 0;

/** `nn.Linear(512, 10)` says what goes in. */
function impliedInput(call: string): Shape | null {
  const features = /Linear\((?:in_features=)?(\d+)/.exec(call)?.[1];
  return features ? [1, Number(features)] : null;
}

const tuple = (shape: Shape): string =>
  `(${shape.map((size) => size ?? 'None').join(', ')}${shape.length === 1 ? ',' : ''})`;

/** The weights of the networks that a sentence names, with and without its spelling; empty where it names none. */
export function networkParameters(text: string, framework: FrameworkId | null): readonly number[] {
  const names = text.match(/[A-Za-z]+-?(?:v\d|V\d)?-?\d*(?:[A-Za-z]\d)?/g) ?? [];
  const [found] = names.map((name) => findNetworks(name, framework)).filter((list) => list.length > 0);
  return (found ?? []).flatMap((network) => {
    const { trainable, nonTrainable } = traceNetwork(network).parameters;
    return trainable === null || nonTrainable === null ? [] : [trainable + nonTrainable];
  });
}
