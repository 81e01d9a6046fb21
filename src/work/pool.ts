import { Piscina } from 'piscina';
import type { AttachmentAnswer, AttachmentJob, Workbench } from '../command/index.ts';

/** The longest that a job may take, in milliseconds. */
const longestJob = 10_000;

/** Jobs that take long, off the main thread; a worker starts with the first one. */
export interface WorkPool extends Workbench {
  readonly stop: () => Promise<void>;
}

export function createWorkPool(): WorkPool {
  const piscina = new Piscina<AttachmentJob, AttachmentAnswer>({
    filename: new URL('worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    maxQueue: 64,
    idleTimeout: 60_000,
  });
  return {
    // After 10 s with an AbortError; the worker is ended and replaced.
    answerAttachment: (job) => piscina.run(job, { signal: AbortSignal.timeout(longestJob) }),
    stop: () => piscina.destroy(),
  };
}
