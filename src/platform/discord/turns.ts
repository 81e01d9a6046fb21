/** Does what concerns one message in the order in which it came: an edit waits until the question is answered. */
export type Turns = (message: string, work: () => Promise<void>) => Promise<void>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return (message, work) => {
    const before = last.get(message) ?? Promise.resolve();
    const turn = before.then(work, work);
    last.set(message, turn);
    const leave = () => {
      if (last.get(message) === turn) last.delete(message);
    };
    turn.then(leave, leave);
    return turn;
  };
}
