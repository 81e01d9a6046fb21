import type { FrameworkError } from './binding/python-errors.ts';
import type { Refusal, RefusalCode, Stage } from './framework.ts';

export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

type Values<T> = { readonly [K in keyof T]: T[K] extends Result<infer V> ? V : never };

/** All values by name, or the first refusal in the order they are written. */
export function combine<T extends Readonly<Record<string, Result<unknown>>>>(results: T): Result<Values<T>> {
  const values: Record<string, unknown> = {};
  for (const [name, result] of Object.entries(results)) {
    if (!result.ok) return result;
    values[name] = result.value;
  }
  return success(values as Values<T>);
}

/** `error` is null where the framework has no words of its own: it crashes elsewhere or says nothing. */
export function refuse(
  code: RefusalCode,
  stage: Stage,
  error: FrameworkError | null,
  advice: string,
): Refusal {
  return {
    ok: false,
    code,
    stage,
    message: error?.message ?? null,
    exception: error?.exception ?? null,
    advice,
  };
}

export const valueError = (message: string): FrameworkError => ({ message, exception: 'ValueError' });
export const typeError = (message: string): FrameworkError => ({ message, exception: 'TypeError' });
export const runtimeError = (message: string): FrameworkError => ({ message, exception: 'RuntimeError' });
