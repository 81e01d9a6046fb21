import type { FrameworkId, PythonValue } from '../../frameworks/index.ts';
import { traceChain } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { readQuestion } from '../../question/index.ts';
import { compute } from '../compute.ts';

/** Ways out of an error; each in words in src/explain. */
export type Means =
  | 'same-padding'
  | 'ceil-mode'
  | 'more-padding'
  | 'smaller-window'
  | 'smaller-kernel'
  | 'leave-out'
  | 'one-pool-less'
  | 'global'
  | 'channels-first'
  | 'channels-to-front'
  | 'channels-last'
  | 'channels-last-before'
  | 'add-batch'
  | 'add-channel'
  | 'add-both'
  | 'add-axis'
  | 'in-model'
  | 'drop-axis'
  | 'merge-batch'
  | 'to-image'
  | 'as-sequence'
  | 'other-rank'
  | 'per-step'
  | 'match-features'
  | 'match-channels'
  | 'match-classes'
  | 'lazy-features'
  | 'adapt-map'
  | 'flatten-first'
  | 'fixed-input'
  | 'less-padding'
  | 'larger-window'
  | 'pad-before'
  | 'crop'
  | 'cut-before'
  | 'pad'
  | 'pool-other'
  | 'resize'
  | 'repeat'
  | 'any-size'
  | 'declare'
  | 'stride'
  | 'stride-one'
  | 'padding-number'
  | 'size-given'
  | 'share-given'
  | 'keep-axis'
  | 'argument'
  | 'takes-mask'
  | 'without-mask'
  | 'cast'
  | 'no-cast'
  | 'pass-strides'
  | 'the-layer'
  | 'dilate'
  | 'no-dilation'
  | 'no-size'
  | 'spread'
  | 'pool-earlier'
  | 'norm-earlier'
  | 'sparse-labels'
  | 'flatten-labels'
  | 'pool-labels'
  | 'divisor'
  | 'sum'
  | 'larger-batch'
  | 'evaluate'
  | 'new-head'
  | 'squeeze-scores'
  | 'spread-labels'
  | 'same-colours'
  | 'all-channels'
  | 'as-batch'
  | 'with-indices'
  | 'rounding'
  | 'no-rounding';

/**
 * What the shapes of a fix are: whole arrays as the message tells them, the sizes of the map alone, one axis alone, or
 * an example, where the message tells no shape.
 */
export type Extent = 'whole' | 'map' | 'axis' | 'example';

/** One way out, with the shape that it gives. */
export interface Fix {
  readonly means: Means;
  /** As it is written in code; null where nothing is written: a layer is left out. */
  readonly code: string | null;
  /** Set where one layer does it. */
  readonly layer: {
    readonly framework: FrameworkId | null;
    readonly name: string;
    readonly args: Readonly<Record<string, PythonValue>>;
  } | null;
  readonly input: Shape;
  readonly output: Shape;
  readonly extent: Extent;
}

interface Manner {
  readonly extent?: Extent;
  /** What the layer is called on, where that is not the input itself: `x.float()`. */
  readonly on?: string;
}

/** A pooling layer in code on a shape, computed; none where its framework refuses it or no cell is left. */
export function byLayer(
  means: Means,
  code: string,
  shape: Shape,
  framework: FrameworkId,
  { extent = 'whole', on }: Manner = {},
): readonly Fix[] {
  const input = { shape: [...shape], dtype: 'float32' as const, literal: true };
  const question = readQuestion({ text: code, framework, input });
  const [application, other] = question.applications;
  const outcome = application && !other ? compute(application, question) : null;
  if (outcome?.kind !== 'result') return [];
  const { layer, args } = outcome.configuration;
  const output = outcome.output.full;
  if (output.some((size) => size !== null && size < 1)) return [];
  return [
    {
      means,
      code: on === undefined ? code : `${code} on ${on}`,
      layer: { framework: layer.framework, name: layer.name, args },
      input: shape,
      output,
      extent,
    },
  ];
}

/** One layer that does not pool, followed on a shape. */
export function byStep(
  means: Means,
  code: string,
  step: { readonly name: string; readonly given: Parameters<typeof traceChain>[0][number]['given'] },
  shape: Shape,
  framework: FrameworkId,
  extent: Extent = 'whole',
): readonly Fix[] {
  const { layers, output } = traceChain([step], framework, shape, { literal: true });
  const [layer] = layers;
  if (!layer || !output) return [];
  return [
    { means, code, layer: { framework, name: layer.name, args: layer.args }, input: shape, output, extent },
  ];
}

/** A change of the array itself, or of what stands around the layer. */
export const byHand = (
  means: Means,
  code: string | null,
  input: Shape,
  output: Shape,
  extent: Extent = 'whole',
): readonly Fix[] => [{ means, code, layer: null, input, output, extent }];

/** Without the layer the shape stays what it is. */
export const leaveOut = (shape: Shape, extent: Extent = 'whole'): readonly Fix[] =>
  byHand('leave-out', null, shape, shape, extent);

/** At most three, the most fitting first. */
const mostFixes = 3;
export const firstFixes = (...fixes: readonly (readonly Fix[])[]): readonly Fix[] =>
  fixes.flat().slice(0, mostFixes);

/** The side of the map that is taken where a message tells none. */
export const exampleSide = 32;
