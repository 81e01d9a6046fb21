/** An option as platforms, help and docs see it: derived from the command's Zod schema. */
export interface OptionDescription {
  readonly name: string;
  readonly summary: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly required: boolean;
  /** A closed list of values; null when anything of the type goes. */
  readonly choices: readonly string[] | null;
  /** Whether the dispatcher's `complete` knows values for it. */
  readonly autocomplete: boolean;
  readonly maxLength: number | null;
}

/** A command as platforms, help and docs see it. */
export interface CommandDescription {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionDescription[];
  readonly examples: readonly { readonly text: string }[];
  readonly staffOnly: boolean;
}
