import type { FrameworkId } from '../../frameworks/index.ts';
import { inOwnForm, type Trace } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { readQuestion } from '../../question/index.ts';
import { traceModel } from '../trace.ts';
import { layersIn, type WrittenLayer } from './layers.ts';
import { tupleOf } from './sizes.ts';

/** What the layers that a sentence names make of an input, one after another. */
export interface SentenceModel {
  readonly trace: Trace;
  readonly parameters: number | null;
  readonly output: Shape;
  /** Where its layers stand in the sentence. */
  readonly read: readonly WrittenLayer[];
}

/**
 * Traces the layers of a sentence on an input: in the order they stand, or the other way round in "a Dense(10) after
 * Flatten". Null where it names none, or they can't be followed.
 */
export function modelOf(
  text: string,
  input: Shape | null,
  framework: FrameworkId | null,
): SentenceModel | null {
  const found = layersIn(text);
  const after = text.search(/\b(?:after|following|behind|on top of) (?!it\b|that\b|this\b|them\b)/);
  const [first] = found;
  if (!first) return null;
  const turned = after > first.start && found.some(({ start }) => start > after);
  const inOrder = (turned ? found.toReversed() : found).map((layer) => layer.text);
  const shape = input ?? impliedInput(first.text);
  const trace = shape && traceOf(inOrder, shape, framework);
  if (!trace?.output) return null;
  return { trace, parameters: weightsOf(trace), output: inOwnForm(trace, trace.output), read: found };
}

/** Follows layers in code on an input; null where nothing of it can be followed. */
export function traceOf(
  layers: readonly string[],
  input: Shape,
  framework: FrameworkId | null,
): Trace | null {
  // One layer alone is not read as a model; a ReLU behind it changes neither shape nor weights.
  const chain = (layers.length > 1 ? layers : [...layers, 'ReLU()']).join(', ');
  const text = `${chain} on ${tupleOf(input)}`;
  const question = readQuestion({ text, prefer: 'trace', ...(framework ? { framework } : {}) });
  return traceModel(question)?.trace ?? null;
}

/** All weights of a model; null where open sizes decide. */
export function weightsOf({
  parameters: { trainable, nonTrainable },
}: Pick<Trace, 'parameters'>): number | null {
  return trainable === null || nonTrainable === null ? null : trainable + nonTrainable;
}

/** Any kernel fits on it. */
const largeSide = 64;

/** `nn.Linear(512, 10)` and `nn.Conv2d(3, 64, 3)` say what goes in. */
function impliedInput(call: string): Shape | null {
  const channels = /nn\.Conv(\d)d\((?:in_channels=)?(\d+)/.exec(call);
  if (channels)
    return [1, Number(channels[2]), ...Array.from({ length: Number(channels[1]) }, () => largeSide)];
  const features = /Linear\((?:in_features=)?(\d+)/.exec(call)?.[1];
  return features ? [1, Number(features)] : null;
}
