import type { FrameworkId } from '../../../frameworks/index.ts';
import type { CodeReduce } from './expression.ts';

export const integers = (text: string): readonly number[] => (text.match(/-?\d+/g) ?? []).map(Number);
export const inOrder = (axes: readonly number[]): string => axes.toSorted((a, b) => a - b).join(' ');

/** How a function of this name makes one number of several cells. */
export const reduceOf = (name: string): CodeReduce =>
  /mean/i.test(name) ? 'average' : /max/i.test(name) ? 'max' : /min/i.test(name) ? 'min' : 'sum';

/** The framework of a library by the name it is imported under; null for NumPy and the like. */
export function frameworkOf(library: string): FrameworkId | null {
  if (/^(?:tf|keras|k|ops)\./i.test(library)) return 'keras';
  return /^torch\./i.test(library) ? 'torch' : null;
}
