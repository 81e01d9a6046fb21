/** Python literals as they stand in a layer's arguments; `2` and `2.0` differ, as they do for the frameworks. */
export type PythonValue =
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'none' }
  | { readonly type: 'tuple' | 'list'; readonly items: readonly PythonValue[] }
  /** An expression that can't be evaluated, as its source text. */
  | { readonly type: 'expression'; readonly source: string };

/** One argument of a call; `name` is null for a positional one. */
export interface Argument {
  readonly name: string | null;
  readonly value: PythonValue;
}
