import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a program that answers questions can be told by numbers: never a word of a question, nor anybody's id. */
export interface Metrics {
  /** In the text format that Prometheus reads. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  /** A question that was answered, in whatever way. */
  readonly question: (facts: {
    readonly platform: string;
    readonly kind: string;
    readonly status: string;
  }) => void;
  /** Something that went wrong, by the code that the log has too. */
  readonly error: (platform: string, code: string) => void;
  /** Somebody asked more often than they may. */
  readonly limited: (platform: string) => void;
  /** An event that had been delivered before, and was dropped. */
  readonly duplicate: (platform: string) => void;
  /** How long (ms) somebody waited from asking until the platform was told that an answer comes. */
  readonly acknowledged: (platform: string, milliseconds: number) => void;
  /** The same until the answer was there. */
  readonly answered: (platform: string, milliseconds: number) => void;
  /** A job in a worker thread ended. */
  readonly job: (outcome: string, milliseconds: number) => void;
  /** From now on the queue in front of the workers is looked at with each reading. */
  readonly watchJobs: (look: () => { readonly waiting: number; readonly running: number }) => void;
}

/** Acknowledgements have to come within 3 s, so that the steps are finest below. */
const acknowledgementSteps = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const answerSteps = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** The numbers of one process, its own (memory, event loop, garbage collection) included. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `lifeguard_${name}_total`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], label: Label) =>
    new Histogram({ name: `lifeguard_${name}_seconds`, help, buckets, labelNames: [label], registers });

  const questions = counter('questions', 'Questions answered.', ['platform', 'kind', 'status']);
  const errors = counter('errors', 'What went wrong, by code.', ['platform', 'code']);
  const limited = counter('rate_limited', 'Questions refused because of their number.', ['platform']);
  const duplicates = counter('duplicates', 'Events delivered again and dropped.', ['platform']);
  const acknowledgement = histogram(
    'acknowledgement',
    'From asking to the acknowledgement.',
    acknowledgementSteps,
    'platform',
  );
  const answer = histogram('answer', 'From asking to the answer.', answerSteps, 'platform');
  const jobs = histogram('job', 'Time in a worker thread and its queue.', answerSteps, 'outcome');
  const waiting = gauge('jobs_waiting', 'Jobs that wait for a worker thread.');
  const running = gauge('jobs_running', 'Jobs in a worker thread.');

  function gauge(name: string, help: string) {
    return new Gauge({ name: `lifeguard_${name}`, help, registers });
  }

  let look = () => ({ waiting: 0, running: 0 });
  return {
    contentType: registry.contentType,
    text: () => {
      const now = look();
      waiting.set(now.waiting);
      running.set(now.running);
      return registry.metrics();
    },
    question: (facts) => questions.inc(facts),
    error: (platform, code) => errors.inc({ platform, code }),
    limited: (platform) => limited.inc({ platform }),
    duplicate: (platform) => duplicates.inc({ platform }),
    acknowledged: (platform, milliseconds) => acknowledgement.observe({ platform }, seconds(milliseconds)),
    answered: (platform, milliseconds) => answer.observe({ platform }, seconds(milliseconds)),
    job: (outcome, milliseconds) => jobs.observe({ outcome }, seconds(milliseconds)),
    watchJobs: (watched) => {
      look = watched;
    },
  };
}

/** Two clocks may differ by a little; nobody waits less than no time. */
const seconds = (milliseconds: number): number => Math.max(0, milliseconds) / 1_000;
