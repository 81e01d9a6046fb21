/** What the project wants of a figure; `share` is of the peer's. */
export type Goal = { readonly most: number } | { readonly least: number } | { readonly share: number };

/** One figure of the chat side. */
export interface Figure {
  readonly workload: string;
  readonly value: number;
  readonly unit: 'ms' | 'a second' | 'MB';
  readonly goal?: Goal;
  /** Somebody who does less, measured in the same moments. */
  readonly peer?: { readonly name: string; readonly value: number };
}

/** How often to measure; every round's figure counts once, and what is told is their median. */
export type Measurement = (rounds: number) => Figure[] | Promise<Figure[]>;

/** Our figure as a share of the peer's. */
export function shareOf({ value, peer }: Figure): number | null {
  return peer ? value / peer.value : null;
}

/** Null where there is no goal. */
export function isMet(figure: Figure): boolean | null {
  const { goal, value } = figure;
  if (!goal) return null;
  if ('most' in goal) return value <= goal.most;
  if ('least' in goal) return value >= goal.least;
  return (shareOf(figure) ?? 0) >= goal.share;
}
