import type { Layout, SpatialRank } from '../../pooling/index.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { repr } from '../repr.ts';
import { asInt, asInts, repeated } from '../values/integers.ts';
import { badLength } from './messages.ts';

/** An int, one per axis, or the full list with 1 for batch and channels (nn_ops.py, _get_sequence). */
export function readSequence(
  name: string,
  value: PythonValue,
  rank: SpatialRank,
  layout: Layout,
): Result<readonly number[]> {
  const single = asInt(value);
  const numbers = single === null ? asInts(value) : [single];
  const advice = `${name}=${repr(value)} does not fit ${rank} axes: write ${name}=2 or one number per axis.`;
  if (numbers === null) return refuse('bad-type', 'call', null, advice);
  const spatial = spatialPart(numbers, rank, layout);
  if (spatial === null)
    return refuse('bad-length', 'call', badLength(name, value, rank, numbers.length), advice);
  const channel = layout === 'channels_last' ? rank + 1 : 1;
  if (numbers.length === rank + 2 && (numbers[0] !== 1 || numbers[channel] !== 1)) {
    const reason = `${name}=${repr(value)} would pool over batch or channels, which I do not compute.`;
    return refuse('unsupported', 'call', null, reason);
  }
  if (spatial.some((size) => size < 1)) {
    return refuse('out-of-range', 'call', null, `Every ${name} is 1 or more, not ${repr(value)}.`);
  }
  return success(spatial);
}

function spatialPart(
  numbers: readonly number[],
  rank: SpatialRank,
  layout: Layout,
): readonly number[] | null {
  const [first = 1] = numbers;
  if (numbers.length === rank + 2) {
    return layout === 'channels_last' ? numbers.slice(1, -1) : numbers.slice(2);
  }
  if (numbers.length === 1) return repeated(first, rank);
  return numbers.length === rank ? numbers : null;
}

/** The rank that a list implies: alone, or with batch and channels around it. */
export function sequenceRank(value: PythonValue | undefined): SpatialRank | null {
  const count = value?.type === 'tuple' || value?.type === 'list' ? value.items.length : 0;
  if (count === 2 || count === 4) return 2;
  if (count === 3) return 3;
  return count === 5 ? 3 : null;
}
