/**
 * Every window along one axis. Window i covers the real cells first[i], first[i] + step, … (`count[i]` of them);
 * `counted[i]` adds its padding cells, but none past the padding's end.
 */
export interface AxisWindows {
  readonly first: readonly number[];
  readonly count: readonly number[];
  readonly counted: readonly number[];
  readonly step: number;
}

/** One window of one cell: what a missing axis looks like, so that all ranks are handled as three. */
export const unitWindows: AxisWindows = { first: [0], count: [1], counted: [1], step: 1 };

/** One window over the whole axis. */
export function globalWindows(input: number): AxisWindows {
  return { first: [0], count: [input], counted: [input], step: 1 };
}
