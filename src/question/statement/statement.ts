/**
 * One thing that a sentence says. `text` is as it was written, `full` the same with the subject that it shares with
 * the part before it: "keeps the channels" of "GAP has no weights and keeps the channels".
 */
export interface Clause {
  readonly text: string;
  readonly full: string;
  /** The same for each of several subjects, "max and average pooling have no weights"; all must hold. */
  readonly each?: readonly string[];
}

/** One piece of a message that is to be checked, in the order of the text. */
export type Statement =
  /** `listed`: an item of a list, as the steps of a model are told. */
  | { readonly kind: 'sentence'; readonly clauses: readonly Clause[]; readonly listed: boolean }
  /** Says what the pieces after it are about. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };
