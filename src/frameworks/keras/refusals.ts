import type { Shape } from '../../pooling/index.ts';
import { sizes } from '../advice/sizes.ts';
import { windowTooLarge } from '../advice/window.ts';
import type { Refusal } from '../framework.ts';
import type { PythonValue } from '../python.ts';
import { refuse } from '../refusal.ts';
import { print } from '../repr.ts';
import * as messages from './messages.ts';

interface LocalArguments {
  readonly poolSize: readonly number[];
  readonly strides: readonly number[];
}

/** `open` spatial axes stand as -1 in Keras' message: its shape rule overwrites them before it prints. */
export function tooSmall(
  shape: Shape,
  spatial: readonly number[],
  { poolSize, strides }: LocalArguments,
  instead: string,
): Refusal {
  const printed = shape.map((size, axis) => (size === null && spatial.includes(axis) ? -1 : size));
  const error = messages.outputTooSmall(messages.shapeArray(printed), poolSize, strides);
  const room = spatial.map((axis) => shape[axis] ?? null);
  const advice = windowTooLarge({
    argument: 'pool_size',
    kernel: poolSize,
    span: poolSize,
    room,
    padded: false,
    instead,
  });
  return refuse('window-too-large', 'shape', error, advice);
}

const axisNames = {
  1: 'batch, steps and channels',
  2: 'batch, height, width and channels',
  3: 'batch, depth, height, width and channels',
};

export function wrongRank(layer: string, rank: 1 | 2 | 3, shape: Shape): Refusal {
  const batched =
    shape.length === rank + 1 ? ' Put the batch in front: x[None, ...] adds a batch of one.' : '';
  const advice =
    `Keras wants ${rank + 2} axes here (${axisNames[rank]}); (${shape.map((size) => size ?? 'None').join(', ')}) ` +
    `has ${shape.length}.${batched}`;
  return refuse('wrong-rank', 'call', messages.wrongRank(layer, rank + 2, shape), advice);
}

export function badPadding(value: PythonValue): Refusal {
  const lower = print(value).toLowerCase();
  const valid = lower === 'valid' || lower === 'same';
  const advice = valid
    ? `Write padding="${lower}" in lower case: Keras takes ${print(value)} only on arrays, not in a model.`
    : `padding is "valid" or "same" in Keras; ${print(value)} is neither. For other amounts put a ZeroPadding layer in front.`;
  return refuse('bad-choice', 'shape', messages.badPadding(value), advice);
}

export function zeroStride(strides: readonly number[]): Refusal {
  const error = { message: 'division by zero', exception: 'ZeroDivisionError' };
  return refuse(
    'out-of-range',
    'shape',
    error,
    `strides=${sizes(strides)} would never move the window. Use 1 or more, or leave it out to step by the pool size.`,
  );
}
