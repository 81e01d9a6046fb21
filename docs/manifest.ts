import { commands } from '../commands/index.ts';
import { type ManifestMode, slackManifest } from '../src/platform/slack/index.ts';

/** `npm run -s manifest [-- [--many] <address>]`: prints the Slack manifest, for Socket Mode unless there is an address. */
function modeOf(words: readonly string[]): ManifestMode {
  const url = words.find((word) => !word.startsWith('--'));
  if (url === undefined) return { kind: 'socket' };
  return { kind: words.includes('--many') ? 'oauth' : 'http', url: new URL(url).href };
}

const manifest = slackManifest(
  commands.map(({ description }) => description),
  modeOf(process.argv.slice(2)),
);
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
