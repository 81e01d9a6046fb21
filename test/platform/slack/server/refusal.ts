/** Slack says no: its error code, and what else stands in the answer. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Slack's way to list what is wrong with an argument. */
export function invalid(code: string, lines: readonly string[]): Refusal {
  const messages = lines.map((line) => `[ERROR] ${line}`);
  return new Refusal(code, { errors: lines, response_metadata: { messages } });
}
