/** What a store reports to the operator; never what somebody wrote. */
export interface StoreLog {
  readonly warn: (facts: { readonly err: unknown }, message: string) => void;
  readonly info: (facts: { readonly migrations: readonly string[] }, message: string) => void;
}
