import { infer } from '../../frameworks/index.ts';
import type { Application, InputRead } from '../question.ts';

/** A gradient is shown on no more cells than this, and one number spread over no more. */
export const mostCells = 65_536;

/**
 * An upstream gradient in the shape of the layer's output: one number stands for every cell, as many numbers as cells
 * are laid out row by row. Null where it fits neither way.
 */
export function fitUpstream(
  upstream: InputRead | null,
  application: Application | undefined,
): InputRead | null {
  if (upstream === null || upstream.literal || upstream.values === null) return upstream;
  if (application === undefined || !application.configuration.ok || application.input === null)
    return upstream;
  const inferred = infer(application.configuration, application.input.shape);
  if (!inferred.ok) return upstream;
  const { output } = inferred.derivation;
  const cells = output.reduce<number>((product, size) => product * (size ?? 1), 1);
  const { values } = upstream;
  if (values.length === cells) return { ...upstream, shape: output };
  const [only] = values;
  if (values.length === 1 && only !== undefined && cells <= mostCells) {
    return { ...upstream, shape: output, values: new Float64Array(cells).fill(only) };
  }
  return upstream;
}

/** Indices of an unpooling, laid out as the input that they came with; as they are where they don't fit it. */
export function fitIndices(
  indices: InputRead | null,
  application: Application | undefined,
): InputRead | null {
  const input = application?.input ?? null;
  if (indices === null || indices.literal || indices.values === null || input === null) return indices;
  const cells = input.shape.reduce<number>((product, size) => product * (size ?? 1), 1);
  return indices.values.length === cells ? { ...indices, shape: input.shape } : indices;
}

/** What flows back when nothing else is said: a one into every output. */
export const onesUpstream: InputRead = {
  shape: [1],
  axes: null,
  values: Float64Array.of(1),
  dtype: 'float32',
  literal: false,
  span: null,
};
