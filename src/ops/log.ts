import { type Logger, pino } from 'pino';

/**
 * The one log: JSON lines on standard output, or readable lines in a terminal.
 * Nobody logs what people wrote; tokens that libraries attach to their errors are struck out here.
 */
export function createLog(level: string, terminal: boolean): Logger {
  return pino({
    level,
    redact: {
      paths: [
        'token',
        '*.token',
        '*.*.token',
        'headers.authorization',
        '*.headers.authorization',
        '*.requestBody',
        '*.data',
      ],
      censor: '(left out)',
    },
    ...(terminal ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } } : {}),
  });
}
