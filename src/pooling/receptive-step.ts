import { at } from './element.ts';
import type { Dimension, PoolOperation } from './operation.ts';
import type { ReceptiveStep } from './receptive-field.ts';
import { slidingAxis } from './shape/sliding-axis.ts';

/**
 * A pooling operation as a step, over an input of these spatial lengths. Adaptive pooling is one where it divides the
 * lengths evenly, and global where it leaves one cell; elsewhere, and for fractional pooling, its windows differ from
 * cell to cell and the answer is null.
 */
export function receptiveStep(operation: PoolOperation, lengths: readonly Dimension[]): ReceptiveStep | null {
  const { window } = operation;
  switch (window.kind) {
    case 'global':
      return { kind: 'global' };
    case 'fractional':
      return null;
    case 'local': {
      const { kernel, stride, dilation, padding } = window;
      const begin = lengths.map((length, axis) => {
        if (padding.kind === 'explicit') return at(padding.begin, axis);
        return length === null ? null : slidingAxis(window, axis, length).begin;
      });
      return { kind: 'window', kernel, stride, dilation, begin };
    }
    case 'adaptive':
      return adaptiveStep(window.outputSize, lengths);
  }
}

function adaptiveStep(outputSize: readonly Dimension[], lengths: readonly Dimension[]): ReceptiveStep | null {
  if (outputSize.every((size) => size === 1)) return { kind: 'global' };
  const kernel: number[] = [];
  for (const [axis, length] of lengths.entries()) {
    const output = at(outputSize, axis);
    if (output === null) kernel.push(1);
    else if (length !== null && length % output === 0) kernel.push(length / output);
    else return null;
  }
  const ones = kernel.map(() => 1);
  return { kind: 'window', kernel, stride: kernel, dilation: ones, begin: kernel.map(() => 0) };
}
