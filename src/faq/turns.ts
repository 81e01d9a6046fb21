import { setImmediate } from 'node:timers/promises';

/** So long (ms) one piece of work may go on before others have their turn. */
const longestStretch = 10;

/**
 * For work that takes long: gives a function to await after each small step, which lets questions and acknowledgements
 * through whenever the work has gone on for 10 ms.
 */
export function inTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestStretch) return;
    await setImmediate();
    since = performance.now();
  };
}
