import type { FrameworkId, PythonValue } from '../../frameworks/index.ts';
import { traceChain } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { readQuestion } from '../../question/index.ts';
import { compute } from '../compute.ts';

/** Ways out of an error; each in words in src/explain. */
export type Means =
  | 'same-padding'
  | 'ceil-mode'
  | 'smaller-window'
  | 'leave-out'
  | 'global'
  | 'channels-first'
  | 'channels-to-front'
  | 'add-batch'
  | 'add-channel'
  | 'other-rank'
  | 'per-step'
  | 'as-sequence'
  | 'match-features'
  | 'lazy-features'
  | 'adapt-map'
  | 'flatten-first'
  | 'less-padding'
  | 'larger-window'
  | 'crop'
  | 'pad'
  | 'pool-other'
  | 'resize'
  | 'stride'
  | 'padding-number'
  | 'argument'
  | 'cast'
  | 'channels-last'
  | 'pass-strides'
  | 'pool-labels'
  | 'divisor';

/** One way out, with the shape that it gives. */
export interface Fix {
  readonly means: Means;
  /** As it is written in code. */
  readonly code: string;
  /** Set where one layer does it. */
  readonly layer: {
    readonly framework: FrameworkId | null;
    readonly name: string;
    readonly args: Readonly<Record<string, PythonValue>>;
  } | null;
  readonly input: Shape;
  readonly output: Shape;
  /** The message tells no shape, so that one is taken for example. */
  readonly example: boolean;
}

/** A pooling layer in code on a shape, computed; none where its framework refuses it. */
export function byLayer(
  means: Means,
  code: string,
  shape: Shape,
  framework: FrameworkId,
  example = false,
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
      code,
      layer: { framework: layer.framework, name: layer.name, args },
      input: shape,
      output,
      example,
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
): readonly Fix[] {
  const { layers, output } = traceChain([step], framework, shape, { literal: true });
  const [layer] = layers;
  if (!layer || !output) return [];
  return [
    {
      means,
      code,
      layer: { framework, name: layer.name, args: layer.args },
      input: shape,
      output,
      example: false,
    },
  ];
}

/** A change of the array itself. */
export const byHand = (
  means: Means,
  code: string,
  input: Shape,
  output: Shape,
  example = false,
): readonly Fix[] => [{ means, code, layer: null, input, output, example }];

/** At most three, the most fitting first. */
export const mostFixes = 3;
export const firstFixes = (...fixes: readonly (readonly Fix[])[]): readonly Fix[] =>
  fixes.flat().slice(0, mostFixes);

/** The side of the map that is taken where a message tells none. */
export const exampleSide = 32;
