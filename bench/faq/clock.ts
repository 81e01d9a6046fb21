import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** How long (ms) some work took, and the longest time in it in which nobody else had a turn. */
export interface Timed {
  readonly took: number;
  readonly longestDelay: number;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function watched(work: () => Promise<unknown>): Promise<Timed> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The monitor counts from its first tick, and has seen the last delay with the tick after it.
  await setTimeout(20);
  const took = await timed(work);
  await setTimeout(20);
  delay.disable();
  return { took, longestDelay: delay.max / 1e6 };
}
