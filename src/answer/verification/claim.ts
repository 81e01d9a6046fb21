import type { Shape } from '../../pooling/index.ts';
import type { Equality } from '../equality/equality.ts';
import type { RuleId } from './property/rule.ts';

/** The formulas that a stated one is held against; each in words in src/explain. */
export type FormulaId = 'valid' | 'padded' | 'dilated' | 'same' | 'window-stride';

/** What is true instead, as a fact. */
export type Truth =
  | { readonly kind: 'shape'; readonly shape: Shape; readonly batchAdded: boolean }
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'count' | 'parameters' | 'layers'; readonly value: number }
  /** What a sum comes to; `exact` is it before it was rounded down. */
  | { readonly kind: 'sum'; readonly written: string; readonly value: number; readonly exact: number }
  | { readonly kind: 'formula'; readonly formula: FormulaId }
  | { readonly kind: 'refused'; readonly advice: string }
  | { readonly kind: 'equality'; readonly equality: Equality }
  /** What becomes of a map of this size. */
  | { readonly kind: 'example'; readonly input: Shape; readonly output: Shape }
  /** What a layer's argument is when it is left out; `value` is null for one that has to be given. */
  | {
      readonly kind: 'default';
      readonly layer: string;
      readonly argument: string;
      readonly value: string | null;
    }
  | { readonly kind: 'argument'; readonly layer: string; readonly argument: string; readonly takes: boolean }
  /** How many axes go in and come out. */
  | { readonly kind: 'axes'; readonly layer: string; readonly input: number; readonly output: number }
  | { readonly kind: 'rule'; readonly rule: RuleId };

/** A decided statement. */
export interface Ruling {
  readonly right: boolean;
  readonly truth: Truth;
}

/** One statement of a message: right or wrong by the core, or left alone. */
export type CheckedClaim =
  | { readonly text: string; readonly verdict: 'right' | 'wrong'; readonly truth: Truth }
  | { readonly text: string; readonly verdict: 'unchecked'; readonly truth: null };
