import type { PythonValue } from '../../frameworks/index.ts';
import type { Result } from '../problem.ts';

/** What an argument may be, and how its value is read. */
export interface ArgumentKind<T> {
  /** Absent when the argument is required. */
  readonly fallback?: PythonValue;
  /** Taken by name only. */
  readonly keywordOnly?: true;
  /** Stands for data, which comes from the layer before. */
  readonly tensor?: true;
  readonly read: (value: PythonValue, name: string) => Result<T>;
}

/** A layer's arguments by name, in their positional order. */
export type ArgumentKinds = Readonly<Record<string, ArgumentKind<unknown>>>;

/** What reading the arguments gives. */
export type ReadValues<A extends ArgumentKinds> = {
  readonly [K in keyof A]: A[K] extends ArgumentKind<infer T> ? T : never;
};
