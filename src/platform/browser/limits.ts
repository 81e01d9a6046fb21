/** What the playground takes of a question: its own measures, those of a Discord message. */
export const browserLimits = {
  characters: 16_000,
  files: 10,
  fileBytes: 10 * 1024 * 1024,
  /** All files together. */
  requestBytes: 25 * 1024 * 1024,
} as const;
