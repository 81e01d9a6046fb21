import type { Dtype, Layer, Refusal } from '../framework.ts';
import { refuse, runtimeError } from '../refusal.ts';
import { notImplemented } from './messages.ts';

/** PyTorch's names of its scalar types, as "not implemented for" messages print them. */
const scalarTypes: Readonly<Record<Dtype, string>> = {
  float16: 'Half',
  bfloat16: 'BFloat16',
  float32: 'Float',
  float64: 'Double',
  int8: 'Char',
  uint8: 'Byte',
  int16: 'Short',
  int32: 'Int',
  int64: 'Long',
  bool: 'Bool',
};

const floating: ReadonlySet<Dtype> = new Set(['float16', 'bfloat16', 'float32', 'float64']);

/**
 * Element types on the CPU: a sliding maximum takes integers but no bool, a sliding average only int64 among the
 * integers (and truncates), adaptive pooling none.
 */
export function refuseDtype({ name, family, rank }: Layer, dtype: Dtype, toOne: boolean): Refusal | null {
  if (floating.has(dtype)) return null;
  const { reduce, window } = family;
  if (window === 'local' && reduce === 'max' && dtype !== 'bool') return null;
  if (window === 'local' && reduce === 'average' && dtype === 'int64') return null;

  const scalar = scalarTypes[dtype];
  const pool = `${reduce === 'max' ? 'max' : 'avg'}_pool${rank === 1 ? 2 : rank}d`;
  const error =
    window === 'adaptive' && reduce === 'average' && toOne
      ? runtimeError(
          'mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. ' +
            `Got: ${scalar}`,
        )
      : window === 'adaptive'
        ? notImplemented(`adaptive_${pool}`, scalar)
        : window === 'local' && reduce !== 'lp'
          ? notImplemented(pool, scalar)
          : null;
  return refuse(
    'bad-dtype',
    'call',
    error,
    `${name} does not take ${dtype} here. x.float() makes it float32.`,
  );
}
