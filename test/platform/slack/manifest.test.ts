import { expect, test } from 'vitest';
import { slackManifest } from '../../../src/platform/slack/index.ts';
import { manifestFaults } from './server/app.ts';
import { commands } from './setting.ts';

const url = 'https://lifeguard.example/slack/events';

test.each([
  ['Socket Mode', { kind: 'socket' }],
  ['HTTP', { kind: 'http', url }],
] as const)('for %s is one that Slack takes', (_, mode) => {
  expect(manifestFaults(slackManifest(commands, mode))).toEqual([]);
});

test('asks for no more than it uses', () => {
  expect(slackManifest(commands, { kind: 'socket' }).oauth_config.scopes.bot).toEqual([
    'app_mentions:read',
    'chat:write',
    'commands',
    'files:read',
    'files:write',
    'im:history',
  ]);
});

test('registers every command under /lifeguard, and short names that are not general', () => {
  const { slash_commands } = slackManifest(commands, { kind: 'http', url }).features;
  expect(slash_commands).toEqual([
    {
      command: '/lifeguard',
      description: 'Ask about pooling layers, with any of the commands',
      usage_hint: 'ask | pool | help',
      should_escape: false,
      url,
    },
    {
      command: '/ask',
      description: 'Ask anything about pooling',
      usage_hint: 'your question option=value …',
      should_escape: false,
      url,
    },
    {
      command: '/pool',
      description: 'The output of a pooling layer',
      usage_hint: 'your question option=value …',
      should_escape: false,
      url,
    },
  ]);
});

test.each([
  [49, 50],
  [50, 50],
])('fits with %i commands of long texts', (count, registered) => {
  const [first] = commands;
  if (!first) throw new Error('no command');
  const many = Array.from({ length: count }, (_, at) => ({
    ...first,
    name: `${'c'.repeat(28)}-${at}`,
    summary: 's'.repeat(2_001),
  }));
  const manifest = slackManifest(many, { kind: 'socket' });
  expect(manifestFaults(manifest)).toEqual([]);
  expect(manifest.features.slash_commands).toHaveLength(registered);
});
