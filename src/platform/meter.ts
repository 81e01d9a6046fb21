/** What a platform tells of its work in numbers; `platform` is its own name, and nothing else names anybody. */
export interface Meter {
  /** How long (ms) somebody waited until their platform heard that an answer comes. */
  readonly acknowledged: (platform: string, milliseconds: number) => void;
  /** The same until the answer was there, a restart in between included. */
  readonly answered: (platform: string, milliseconds: number) => void;
  /** An event that had been delivered before. */
  readonly duplicate: (platform: string) => void;
  /** An answer failed, with the platform's code or `fault`. */
  readonly error: (platform: string, code: string) => void;
}

/** Where nobody counts. */
export const unmetered: Meter = {
  acknowledged: () => {},
  answered: () => {},
  duplicate: () => {},
  error: () => {},
};
