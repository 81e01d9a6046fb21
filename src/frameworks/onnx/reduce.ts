import type { Reduce } from '../../pooling/index.ts';
import { maximum, mean } from '../canonical.ts';
import type { Layer } from '../framework.ts';
import { int } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { repr } from '../repr.ts';
import { readInt } from './attributes.ts';

/** The norm takes |x|; maxima of NaN are left open by the text, and the reference skips them. */
export function readReduce(layer: Layer, values: Readonly<Record<string, PythonValue>>): Result<Reduce> {
  if (layer.family.reduce === 'max') return success(maximum('ignore', 'first'));
  if (layer.family.reduce === 'average') return success(mean);
  const norm = readInt('p', values.p ?? int(2));
  if (!norm.ok) return norm;
  if (norm.value < 1) {
    const advice = `p=${repr(int(norm.value))} is no norm; 1 sums, 2 is the Euclidean norm.`;
    return refuse('out-of-range', 'call', null, advice);
  }
  return success({ kind: 'lp', norm: norm.value, sign: 'absolute', clipped: 'as-is' });
}
