import type { Answer } from '../answer/index.ts';
import type { Request } from '../question/index.ts';

/** A question about an attached file; plain data, so that it can cross to a worker and back. */
export interface AttachmentJob {
  readonly request: Request;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type AttachmentAnswer =
  | { readonly ok: true; readonly answer: Answer }
  /** The file can't be read; the sentence says why and what would work. */
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Where jobs that take long are done; a job that takes too long rejects with an AbortError. */
export interface Workbench {
  readonly answerAttachment: (job: AttachmentJob) => Promise<AttachmentAnswer>;
  /** Reads the question again there, and answers it. */
  readonly answerRequest: (request: Request) => Promise<Answer>;
}

/** Whether a job was ended because it took too long. */
export const isTooLate = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
