import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand } from './fix.ts';

/** `x.view(-1, 400)` on a count of numbers that 400 does not divide. */
export function wrongCount(size: number, shape: Shape): Diagnosis {
  const known = shape.filter((one) => one !== null);
  const row = known.reduce((product, one) => product * one, 1);
  const open = shape.some((one) => one === null);
  const fixes = open ? byHand('flatten-first', 'torch.flatten(x, 1)', [1, size], [1, size], true) : [];
  return { kind: 'wrong-count', size, shape, row: open ? row : null, fixes };
}
