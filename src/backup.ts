import { loadConfig } from './config.ts';
import { backup } from './store/index.ts';

/** `npm run backup -- FILE`: a consistent copy of the SQLite database, while the bot runs. */

try {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Say where the copy goes: npm run backup -- FILE');
  await backup(loadConfig().databaseUrl, file);
  process.stdout.write(`The copy is in ${file}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
