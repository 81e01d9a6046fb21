/** How benchmarks are to run. */
export interface Wishes {
  /** Workloads whose name contains this; all of them when empty. */
  readonly only: string;
  readonly rounds: number;
  /** Whether to print one JSON line a workload instead of text. */
  readonly json: boolean;
  readonly print: (line: string) => void;
}

/**
 * One area of the product: measures its workloads, prints each as it is done, and returns its results as a section in
 * Markdown that begins with a heading of the first level.
 */
export type Bench = (wishes: Wishes) => Promise<string>;
