import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { Log } from '../../../src/platform/log.ts';
import { boltLogger } from '../../../src/platform/slack/connection/bolt-log.ts';

function recorded() {
  const lines: string[] = [];
  const line = (_: object, text: string) => void lines.push(text);
  const log: Log = { info: line, warn: line, error: line };
  return { logger: boltLogger(log), lines };
}

test("Bolt's lines come through, errors by name and message", () => {
  const { logger, lines } = recorded();
  logger.info('Now connected');
  logger.error('WebSocket error', new TypeError('fetch failed'));
  expect(lines).toEqual(['Now connected', 'WebSocket error TypeError: fetch failed']);
});

test('nothing that holds a payload does', () => {
  const { logger, lines } = recorded();
  logger.debug('Received a message on the WebSocket: my homework');
  logger.warn('odd', { text: 'my homework', token: 'xoxb-1' });
  logger.error(new webApi.WebAPIHTTPError(500, 'no', {}, 'my homework'));
  expect(lines.join('\n')).not.toMatch(/homework|xoxb/);
});
