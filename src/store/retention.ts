const day = 24 * 60 * 60 * 1_000;

/** How long things are kept (ms); PRIVACY.md promises these. */
export const retention = {
  /** Buttons' actions, and which answer belongs to which question, with the question's text. */
  conversation: 7 * day,
  /** A question that nobody took up again. */
  questionUnderWay: day,
  gap: 90 * day,
  /** Entries, settings and their trail after Lifeguard left a community. */
  leftCommunity: 30 * day,
} as const;

export type Clock = () => Date;
