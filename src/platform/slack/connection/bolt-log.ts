import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';

/**
 * Bolt's log lines in ours. Its debug lines are dropped: they hold whole payloads, and what people wrote is never
 * logged. Of an error only its name and message are kept, for the same reason.
 */
export function boltLogger(log: Log): Logger {
  const facts = { library: 'bolt' };
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.info(facts, line(parts)),
    warn: (...parts: unknown[]) => log.warn(facts, line(parts)),
    error: (...parts: unknown[]) => log.error(facts, line(parts)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

const line = (parts: readonly unknown[]) =>
  parts
    .map((part) => {
      if (part instanceof Error) return `${part.name}: ${part.message}`;
      return typeof part === 'object' && part !== null ? '(left out)' : String(part);
    })
    .join(' ');
