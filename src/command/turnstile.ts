/** Let through together, work shares the writes that the store makes in one turn of the event loop. */
const together = 4;

/**
 * Lets those who wait go on a few at a time, each time in a new turn of the event loop: in between, everything that came
 * in meanwhile is heard. When a whole class asks at once, each of them is acknowledged before most are answered.
 */
export function createTurnstile(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const letSomeThrough = () => {
    for (const goOn of waiting.splice(0, together)) goOn();
    if (waiting.length > 0) setImmediate(letSomeThrough);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(letSomeThrough);
    });
}
