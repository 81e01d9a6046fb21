import { backward, forward, inferShape, type PoolOperation, type Tensor } from '../pooling/index.ts';

/** One side of an equality: pooling steps, each on what the one before it gives, on bare maps without channels. */
export interface Side {
  readonly written: string;
  readonly steps: readonly PoolOperation[];
}

/** An operation on spatial axes alone; pooled axes stay with length 1, so that only values are compared. */
export function bare(operation: PoolOperation): PoolOperation {
  const axes = { ...operation.axes, lead: 0, channels: false };
  const { window } = operation;
  return { ...operation, axes, window: window.kind === 'global' ? { ...window, keepdims: true } : window };
}

/** What a step does along one of its axes; windows, padding and divisors are products over the axes. */
export function alongAxis(operation: PoolOperation, axis: number): PoolOperation {
  const { window, axes } = operation;
  const one = <Entry>(list: readonly Entry[]) => list.slice(axis, axis + 1);
  const line = { ...operation, axes: { ...axes, rank: 1 as const } };
  switch (window.kind) {
    case 'local': {
      const { kernel, stride, dilation, padding, divisor } = window;
      return {
        ...line,
        window: {
          ...window,
          kernel: one(kernel),
          stride: one(stride),
          dilation: one(dilation),
          padding:
            padding.kind === 'same'
              ? padding
              : { ...padding, begin: one(padding.begin), end: one(padding.end) },
          divisor:
            divisor.kind === 'fixed'
              ? { kind: 'fixed', value: root(divisor.value, axes.rank, axis) }
              : divisor,
        },
      };
    }
    case 'adaptive':
      return { ...line, window: { ...window, outputSize: one(window.outputSize) } };
    case 'global':
    case 'fractional':
      return line;
  }
}

/** The share of one axis in a divisor that was given for the whole window; the first axis takes the sign. */
function root(value: number, rank: number, axis: number): number {
  return (axis === 0 ? Math.sign(value) : 1) * Math.abs(value) ** (1 / rank);
}

export const sideAlong = ({ written, steps }: Side, axis: number): Side => ({
  written,
  steps: steps.map((step) => alongAxis(step, axis)),
});

/** The sizes that come out; null where a step leaves no cells. */
export function sizesAfter({ steps }: Side, sizes: readonly number[]): readonly number[] | null {
  let current = sizes;
  for (const step of steps) {
    const next = inferShape(step, current).output.filter((size) => size !== null);
    if (next.length !== current.length || next.some((size) => size < 1)) return null;
    current = next;
  }
  return current;
}

/** The values that come out; null where a step leaves no cells. */
export function valuesAfter(side: Side, input: Tensor): Tensor | null {
  if (!sizesAfter(side, input.shape)) return null;
  return side.steps.reduce((tensor, step) => forward(step, tensor).output, input);
}

/** The gradient of the sum of all outputs for the input. */
export function gradientOf(side: Side, input: Tensor): Tensor | null {
  const output = valuesAfter(side, input);
  if (!output) return null;
  const inputs: Tensor[] = [input];
  for (const step of side.steps) inputs.push(forward(step, inputs.at(-1) ?? input).output);
  const ones: Tensor = { shape: output.shape, data: new Float64Array(output.data.length).fill(1) };
  return side.steps.reduceRight((upstream, step, at) => backward(step, inputs[at] ?? input, upstream), ones);
}

/** Equal to rounding; NaN and infinities equal themselves. */
export function sameValues(a: Tensor, b: Tensor): boolean {
  return (
    a.data.length === b.data.length &&
    a.data.every((value, at) => {
      const other = b.data[at] ?? Number.NaN;
      return Object.is(value, other) || Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value));
    })
  );
}
