import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandsPage } from '../../docs/commands-page.ts';

test('docs/commands.md is what the command definitions say (npm run docs)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/commands.md'), 'utf8')).toBe(commandsPage());
});
