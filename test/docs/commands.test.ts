import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsPage } from '../../docs/commands-page.ts';
import { slackManifest } from '../../src/platform/slack/index.ts';

const page = (file: string): string => readFileSync(join(import.meta.dirname, '../../docs', file), 'utf8');

test('docs/commands.md is what the command definitions say (npm run docs)', () => {
  expect(page('commands.md')).toBe(commandsPage());
});

test('docs/slack-manifest.json is what the command definitions say (npm run docs)', () => {
  const descriptions = commands.map(({ description }) => description);
  expect(JSON.parse(page('slack-manifest.json'))).toEqual(slackManifest(descriptions, { kind: 'socket' }));
});

test('docs/gallery.md shows a moderator’s two clicks on either platform (npm run docs)', () => {
  const [, section = ''] = page('gallery.md').split('## A moderator answers in two clicks');
  expect(section).toContain('### On Discord');
  expect(section).toContain('### On Slack');
  expect(section.match(/512 numbers instead of 25,088/g)).toHaveLength(2);
});
