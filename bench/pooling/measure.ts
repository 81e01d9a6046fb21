import type { Contestant } from './contestant.ts';

/** How long and how often to measure. */
export interface Effort {
  /** At least so many; more of them until `least` milliseconds have passed. */
  readonly rounds: number;
  readonly least: number;
  /** Nobody is measured again after this many milliseconds of measuring. */
  readonly patience: number;
  /** Somebody fast is called again and again until a measurement takes this many milliseconds. */
  readonly shortest: number;
}

interface Runner {
  readonly name: string;
  readonly contestant: Contestant;
  readonly calls: number;
  readonly times: number[];
}

/**
 * Median milliseconds a call of each contestant, measured in turns so that all of them meet the same moments of the
 * machine; every round begins with another one.
 */
export async function measure(
  contestants: ReadonlyMap<string, Contestant>,
  effort: Effort,
): Promise<ReadonlyMap<string, number>> {
  const runners: Runner[] = [];
  for (const [name, contestant] of contestants) {
    const time = await warmUp(contestant, effort);
    const calls = Math.max(Math.ceil(effort.shortest / time), 1);
    runners.push({ name, contestant, calls, times: time > effort.patience ? [time] : [] });
  }
  const until = performance.now() + effort.least;
  for (let round = 0; round < effort.rounds || performance.now() < until; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(round + turn) % runners.length];
      if (runner === undefined || spent(runner) > effort.patience) continue;
      runner.times.push(await timed(runner.contestant, runner.calls));
    }
  }
  return new Map(runners.map(({ name, times }) => [name, median(times)]));
}

/** Calls until the engine has compiled what it will, then gives the time of one call. */
async function warmUp(contestant: Contestant, { shortest, patience }: Effort): Promise<number> {
  let time = await timed(contestant, 1);
  const until = performance.now() + Math.min(60 * shortest, patience);
  while (performance.now() < until) time = Math.min(await timed(contestant, 1), time);
  return time;
}

async function timed(contestant: Contestant, calls: number): Promise<number> {
  await contestant.ready?.();
  const start = performance.now();
  for (let call = 0; call < calls; call++) {
    const output = contestant.pool();
    if (output instanceof Promise) await output;
  }
  return (performance.now() - start) / calls;
}

function spent({ times, calls }: Runner): number {
  return times.reduce((sum, time) => sum + time, 0) * calls;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low = 0, high = 0] =
    sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : sorted.slice(half - 1, half + 1);
  return (low + high) / 2;
}
