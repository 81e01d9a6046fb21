/** The server's time: real time moved on by hand, so that three seconds or fifteen minutes pass in an instant. */
export interface Clock {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
}

export function createClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
