import { commands } from '../../../commands/index.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/ops/index.ts';
import { start } from '../../../src/start.ts';

/** The program as `src/main.ts` starts it, but with Slack's requests on loopback alone; tells its memory when asked. */
const config = readConfig(process.env);
const { slack } = config;
if (slack === null || !('botToken' in slack)) throw new Error('this is for Slack in one workspace');
const onLoopback = { ...slack.mode, host: '127.0.0.1' };

const running = await start({
  config: { ...config, slack: { ...slack, mode: onLoopback } },
  commands,
  log: createLog(config.logLevel, false),
  stdin: process.stdin,
  stdout: process.stdout,
});

process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
process.once('SIGTERM', () => void running.stop().finally(() => process.exit()));
