import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage } from './commands-page.ts';

/** `npm run docs`: writes the pages that are derived from the code. */
writeFileSync(join(import.meta.dirname, 'commands.md'), commandsPage());
