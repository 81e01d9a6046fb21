import { asInt, type PythonValue, python, repr } from '../../../frameworks/index.ts';
import type { SpatialRank } from '../../../pooling/index.ts';
import type { ArgumentKind } from '../../arguments/kind.ts';
import { kind, unfit } from '../../arguments/kinds.ts';
import { problem, success } from '../../problem.ts';

/** Cells in front of and behind each spatial axis. */
export type Margins = readonly (readonly [number, number])[];

/**
 * One int for all sides, one int per axis, or a pair per axis; with a single axis the pair stands by itself
 * (keras/src/layers/reshaping/zero_padding2d.py and its kin).
 */
export function margins(rank: SpatialRank, fallback: PythonValue = python.int(1)): ArgumentKind<Margins> {
  return kind(fallback, (value, name) => {
    const single = asInt(value);
    const read = single === null ? pairsIn(value, rank) : Array.from({ length: rank }, () => pair(single));
    if (read === null) {
      const example = rank === 1 ? '(1, 1)' : `(${Array.from({ length: rank }, () => '(1, 1)').join(', ')})`;
      return unfit(value, name, 'one number, or two for each axis', `${name}=${example}`);
    }
    if (read.every((cells) => cells.every((count) => count >= 0))) return success(read);
    return problem(
      'out-of-range',
      'constructor',
      null,
      `${name}=${repr(value)} is not possible: it is 0 or more.`,
    );
  });
}

const pair = (cells: number): readonly [number, number] => [cells, cells];

function pairsIn(value: PythonValue, rank: SpatialRank): Margins | null {
  if (value.type !== 'tuple' && value.type !== 'list') return null;
  if (rank === 1) {
    const own = twoOf(value);
    return own === null ? null : [own];
  }
  if (value.items.length !== rank) return null;
  const pairs: (readonly [number, number])[] = [];
  for (const item of value.items) {
    const single = asInt(item);
    const read = single === null ? twoOf(item) : pair(single);
    if (read === null) return null;
    pairs.push(read);
  }
  return pairs;
}

function twoOf(value: PythonValue): readonly [number, number] | null {
  if ((value.type !== 'tuple' && value.type !== 'list') || value.items.length !== 2) return null;
  const begin = asInt(value.items[0]);
  const end = asInt(value.items[1]);
  return begin === null || end === null ? null : [begin, end];
}
