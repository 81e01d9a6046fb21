import type { Layout, Padding, SpatialRank } from '../../pooling/index.ts';
import { symmetric } from '../canonical.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { asInts, repeated } from '../values/integers.ts';
import { badPadding, explicitPadding } from './messages.ts';

/** "VALID" or "SAME" in capitals; where `explicit` is allowed also a (before, after) pair for every axis. */
export function readPadding(
  value: PythonValue,
  rank: SpatialRank,
  layout: Layout,
  explicit: boolean,
): Result<Padding> {
  if (value.type === 'str') {
    if (value.value === 'VALID') return success(symmetric(repeated(0, rank)));
    if (value.value === 'SAME') return success({ kind: 'same', odd: 'upper' });
    const upper = value.value.toUpperCase();
    const fix =
      upper === 'VALID' || upper === 'SAME'
        ? `Write padding="${upper}" in capitals.`
        : 'It is "VALID" or "SAME".';
    const error = badPadding(value, explicit ? ['SAME', 'VALID', 'EXPLICIT'] : ['SAME', 'VALID']);
    return refuse('bad-choice', 'call', error, `tf.nn does not know padding="${value.value}". ${fix}`);
  }
  const pairs = value.type === 'tuple' || value.type === 'list' ? value.items.map(asInts) : [];
  if (!explicit && pairs.length > 0) {
    const advice = 'This function takes "VALID" or "SAME" only; tf.pad in front adds other amounts.';
    return refuse('bad-type', 'call', explicitPadding(value), advice);
  }
  const first = layout === 'channels_last' ? 1 : 2;
  const spatial = pairs.slice(first, first + rank).filter((pair) => pair !== null && pair.length === 2);
  if (pairs.length === rank + 2 && spatial.length === rank) {
    return success({
      kind: 'explicit',
      begin: spatial.map((pair) => pair?.[0] ?? 0),
      end: spatial.map((pair) => pair?.[1] ?? 0),
    });
  }
  const advice = `padding=${print(value)} is neither "VALID", "SAME" nor one pair per axis, [[0, 0], [1, 1], [1, 1], [0, 0]].`;
  return refuse('bad-type', 'call', null, advice);
}
