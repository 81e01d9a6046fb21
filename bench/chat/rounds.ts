/** Milliseconds that `work` takes on each of `items`, in each of `rounds`, after a round that only warms up. */
export async function timesOf<T>(
  items: readonly T[],
  rounds: number,
  work: (item: T) => unknown,
): Promise<readonly (readonly number[])[]> {
  return await timesAfter(items, rounds, (item) => item, work);
}

/** The same for work that needs something made ready, which does not count. */
export async function timesAfter<T, Ready>(
  items: readonly T[],
  rounds: number,
  ready: (item: T) => Ready,
  work: (made: Ready) => unknown,
): Promise<readonly (readonly number[])[]> {
  const all: number[][] = [];
  for (let round = 0; round <= rounds; round++) {
    const times: number[] = [];
    for (const item of items) {
      const made = ready(item);
      const start = performance.now();
      const result = work(made);
      if (result instanceof Promise) await result;
      times.push(performance.now() - start);
    }
    if (round > 0) all.push(times);
  }
  return all;
}

/** The median over all rounds of what one round comes to. */
export function overRounds(
  rounds: readonly (readonly number[])[],
  figure: (times: readonly number[]) => number,
): number {
  return median(rounds.map(figure));
}

export const median = (values: readonly number[]): number => quantile(0.5)(values);

/** The smallest of `values` that so large a share of them does not exceed. */
export function quantile(share: number): (values: readonly number[]) => number {
  return (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;
  };
}

/** How many a second, where each takes so many milliseconds. */
export function perSecond(times: readonly number[]): number {
  return (1_000 * times.length) / times.reduce((sum, time) => sum + time, 0);
}
