import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { rasterize } from '../src/picture/index.ts';
import { slackManifest } from '../src/platform/slack/index.ts';
import { commandsPage } from './commands-page.ts';
import { gallery } from './gallery-page.ts';
import { twoClicks } from './two-clicks.ts';

/** `npm run docs`: writes the pages and pictures that are derived from the code. */
const at = (file: string) => join(import.meta.dirname, file);

writeFileSync(at('commands.md'), commandsPage());

const manifest = slackManifest(
  commands.map(({ description }) => description),
  { kind: 'socket' },
);
writeFileSync(at('slack-manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

const { page, pictures } = gallery(await twoClicks());
writeFileSync(at('gallery.md'), page);
mkdirSync(at('images/gallery'), { recursive: true });
for (const [file, drawing] of pictures) writeFileSync(at(`images/gallery/${file}`), await rasterize(drawing));
