/** Let through together, work shares the writes that the store makes in one turn of the event loop. */
const together = 4;

/** For so long (ms) after somebody was heard others may be about to be. */
const pause = 5;

/** Nobody waits longer than this (ms) for those who are still heard; platforms take acknowledgements for three seconds. */
const patience = 2_000;

/** Lets those who wait go on a few at a time, each time in a new turn of the event loop. */
export interface Turnstile {
  /** Settles when whoever calls may go on. */
  readonly pass: () => Promise<void>;
  /** Says that somebody was heard: where a crowd waits, it lets those who are heard behind them be acknowledged first. */
  readonly giveWay: () => void;
}

/** A turnstile for the whole process: when a class asks at once, each is acknowledged before most are answered. */
export function createTurnstile(now: () => number = () => performance.now()): Turnstile {
  const waiting: { readonly since: number; readonly goOn: () => void }[] = [];
  let lastHeard = Number.NEGATIVE_INFINITY;

  const letSomeThrough = () => {
    const [first] = waiting;
    const at = now();
    if (waiting.length > together && first && at - lastHeard < pause && at - first.since < patience) {
      // Timers come before what came in meanwhile, immediates after it.
      setTimeout(() => setImmediate(letSomeThrough), pause);
      return;
    }
    for (const { goOn } of waiting.splice(0, together)) goOn();
    if (waiting.length > 0) setImmediate(letSomeThrough);
  };

  return {
    pass: () =>
      new Promise((resolve) => {
        if (waiting.push({ since: now(), goOn: resolve }) === 1) setImmediate(letSomeThrough);
      }),
    giveWay: () => {
      lastHeard = now();
    },
  };
}
