import type { ModelLayer } from '../layer.ts';
import { arithmetic } from './arithmetic.ts';
import { subscripts } from './subscript.ts';

/** What Python's operators make of tensors, under the names that Python writes: `+`, `[]`. */
export const operators: readonly ModelLayer[] = [...arithmetic, ...subscripts];
