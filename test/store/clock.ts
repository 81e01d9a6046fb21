/** A clock that stands still until it is moved. */
export function standingClock(start = '2026-10-01T09:00:00Z') {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

export const minutes = 60_000;
export const days = 24 * 60 * minutes;
