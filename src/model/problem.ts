import type { FrameworkError, RefusalCode, Stage } from '../frameworks/index.ts';

/** What can be wrong with a layer of a model beyond what a pooling layer refuses. */
export type ProblemCode =
  | RefusalCode
  | 'unknown-layer'
  | 'unknown-input'
  | 'wrong-channels'
  | 'wrong-features'
  | 'wrong-element-count'
  | 'wrong-input-count'
  | 'mismatched-inputs'
  | 'open-dimension'
  /** The code goes one of several ways, or round and round. */
  | 'not-followed';

/** Why a layer can't be built or applied; a pooling layer's refusal is one too. */
export interface Problem {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly stage: Stage;
  /** The framework's own words and exception class, null where it has none or they are not known. */
  readonly message: string | null;
  readonly exception: string | null;
  /** One or two sentences of ours: what is wrong, with the numbers, and a way out that works. */
  readonly advice: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | Problem;

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export function problem(
  code: ProblemCode,
  stage: Stage,
  error: FrameworkError | null,
  advice: string,
): Problem {
  const { message = null, exception = null } = error ?? {};
  return { ok: false, code, stage, message, exception, advice };
}

export const valueError = (message: string): FrameworkError => ({ message, exception: 'ValueError' });
export const typeError = (message: string): FrameworkError => ({ message, exception: 'TypeError' });
export const runtimeError = (message: string): FrameworkError => ({ message, exception: 'RuntimeError' });
