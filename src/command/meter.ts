import type { Platform } from './invocation.ts';

/** Counts what comes of questions; never a word of them. */
export interface Meter {
  /** `status` is the answer's own, or `entry` where staff's words answered. */
  readonly question: (facts: {
    readonly platform: Platform;
    readonly kind: string;
    readonly status: string;
  }) => void;
  readonly error: (platform: Platform, code: string) => void;
  readonly limited: (platform: Platform) => void;
}

/** Where nobody counts. */
export const unmetered: Meter = { question: () => {}, error: () => {}, limited: () => {} };
