/** The part of a pino logger that platforms use. What people wrote is never logged, nor any token. */
export interface Log {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}
