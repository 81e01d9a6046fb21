import { Piscina } from 'piscina';
import type { AttachmentAnswer, Workbench } from '../command/index.ts';

/** The longest that a job may take, in milliseconds. */
const longestJob = 10_000;

/** Hears how jobs end, and after how long (ms), the time in the queue included. */
export interface JobMeter {
  readonly job: (outcome: 'done' | 'refused' | 'too-long' | 'failed', milliseconds: number) => void;
}

/** Jobs that take long, off the main thread; a worker starts with the first one. */
export interface WorkPool extends Workbench {
  /** How many jobs wait for a worker now, and how many are in one. */
  readonly load: () => { readonly waiting: number; readonly running: number };
  readonly stop: () => Promise<void>;
}

export function createWorkPool(meter: JobMeter): WorkPool {
  const piscina = new Piscina({
    filename: new URL('worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    maxQueue: 64,
    idleTimeout: 60_000,
  });
  let underWay = 0;
  const job =
    <Job, Done>(name: string, isRefusal: (done: Done) => boolean) =>
    async (asked: Job): Promise<Done> => {
      const since = performance.now();
      underWay++;
      try {
        // After 10 s with an AbortError; the worker is ended and replaced.
        const done: Done = await piscina.run(asked, { name, signal: AbortSignal.timeout(longestJob) });
        meter.job(isRefusal(done) ? 'refused' : 'done', performance.now() - since);
        return done;
      } catch (error) {
        const isLate = error instanceof Error && error.name === 'AbortError';
        meter.job(isLate ? 'too-long' : 'failed', performance.now() - since);
        throw error;
      } finally {
        underWay--;
      }
    };
  return {
    answerAttachment: job('answerAttachment', ({ ok }: AttachmentAnswer) => !ok),
    answerRequest: job('answerRequest', () => false),
    load: () => ({ waiting: piscina.queueSize, running: underWay - piscina.queueSize }),
    stop: () => piscina.destroy(),
  };
}
