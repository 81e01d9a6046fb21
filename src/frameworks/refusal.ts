import type { FrameworkError } from './binding/python-errors.ts';
import type { Refusal, RefusalCode, Stage } from './framework.ts';

export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

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
