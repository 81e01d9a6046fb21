import { commands } from '../commands/index.ts';
import { loadConfig } from './config.ts';
import { createLog } from './ops/index.ts';
import { start } from './start.ts';

/** In milliseconds. */
const longestStop = 9_800;

try {
  const config = loadConfig();
  const log = createLog(config.logLevel, process.stdout.isTTY);
  const running = await start({ config, commands, log, stdin: process.stdin, stdout: process.stdout });

  const stop = (exitCode: number) => {
    // Whatever hangs, as a database that fell silent: who stops a program waits ten seconds, then kills it.
    setTimeout(() => process.exit(1), longestStop).unref();
    void running.stop().finally(() => process.exit(exitCode));
  };
  void running.left.then(() => stop(0));
  process.once('SIGTERM', () => stop(0)).once('SIGINT', () => stop(0));
  process.once('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopping after an unexpected error');
    stop(1);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
