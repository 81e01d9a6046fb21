import type { Shape } from '../../pooling/index.ts';
import { integer, tensor } from '../arguments/kinds.ts';
import { effect, lost, weightless } from '../define.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem } from '../problem.ts';
import { printSizes, product } from '../shape/dimensions.ts';
import { torchFunction, torchLayer } from './callee.ts';

/** One axis for all from `start` to `end` (aten/src/ATen/native/TensorShape.cpp). */
function flattened(input: Shape, start: number, end: number): Effect | Problem {
  const count = Math.max(input.length, 1);
  const from = start < 0 ? start + count : start;
  const to = end < 0 ? end + count : end;
  for (const [written, place] of [
    [start, from],
    [end, to],
  ] as const) {
    if (place >= 0 && place < count) continue;
    const message = `Dimension out of range (expected to be in range of [${-count}, ${count - 1}], but got ${written})`;
    const advice = `${printSizes(input)} has ${input.length} axes: ${written} is none of them.`;
    return problem('wrong-rank', 'call', { message, exception: 'IndexError' }, advice);
  }
  if (from > to) {
    const message = 'flatten() has invalid args: start_dim cannot come after end_dim';
    return problem(
      'conflicting-arguments',
      'call',
      { message, exception: 'RuntimeError' },
      'Swap start_dim and end_dim.',
    );
  }
  const middle = product(input.slice(from, to + 1));
  const output = [...input.slice(0, from), middle, ...input.slice(to + 1)];
  return effect(output, weightless, lost, from === 0 ? mixed(input) : null);
}

/** PyTorch runs it; the samples of a batch end up in one row. */
const mixed = (input: Shape): string | null =>
  input[0] === null || input.length >= 4
    ? 'start_dim=0 puts all samples of the batch into one row. torch.flatten(x, 1) keeps them apart.'
    : null;

/** The module spares the batch axis. */
const flattenModule = torchLayer({
  name: 'Flatten',
  arguments: { start_dim: integer(1), end_dim: integer(-1) },
  infer: ({ start_dim, end_dim }, [input]) => flattened(input, start_dim, end_dim),
});

/** The function and the method spare nothing by themselves. */
const flattenFunction = torchFunction('torch.flatten', {
  name: 'flatten',
  arguments: { input: tensor, start_dim: integer(0), end_dim: integer(-1) },
  infer: ({ start_dim, end_dim }, [input]) => flattened(input, start_dim, end_dim),
});

export const flattenLayers: readonly ModelLayer[] = [flattenModule, flattenFunction];
