import type { Padding, SpatialRank } from '../../pooling/index.ts';
import { symmetric } from '../canonical.ts';
import { none, str } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { repeated } from '../values/integers.ts';
import { readInts } from './attributes.ts';
import { negativePads } from './messages.ts';

/** `pads` (all beginnings, then all ends) or `auto_pad`; the operator text forbids both at once. */
export function readPadding(
  { pads = none, auto_pad = str('NOTSET') }: Readonly<Record<string, PythonValue>>,
  rank: SpatialRank,
): Result<Padding> {
  const given = readInts('pads', pads, 2 * rank);
  if (!given.ok) return given;
  const cells = given.value ?? repeated(0, 2 * rank);
  if (cells.some((count) => count < 0)) {
    const advice = `pads=[${cells.join(', ')}] would cut cells off; every value is 0 or more.`;
    return refuse('out-of-range', 'shape', negativePads, advice);
  }
  const mode = auto_pad.type === 'str' ? auto_pad.value : null;
  if (mode === 'NOTSET' || mode === '') {
    return success({ kind: 'explicit', begin: cells.slice(0, rank), end: cells.slice(rank) });
  }
  if (mode !== 'VALID' && mode !== 'SAME_UPPER' && mode !== 'SAME_LOWER') {
    const advice = `auto_pad is NOTSET, VALID, SAME_UPPER or SAME_LOWER, not ${print(auto_pad)}.`;
    return refuse('bad-choice', 'shape', null, advice);
  }
  if (cells.some((count) => count > 0)) {
    return refuse(
      'conflicting-arguments',
      'shape',
      null,
      `Keep pads or auto_pad=${mode}; they exclude each other.`,
    );
  }
  if (mode === 'VALID') return success(symmetric(repeated(0, rank)));
  return success({ kind: 'same', odd: mode === 'SAME_UPPER' ? 'upper' : 'lower' });
}
