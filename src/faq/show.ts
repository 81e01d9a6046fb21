import type { Message } from '../reply/index.ts';
import type { Content } from './entry.ts';
import { fill, type Live } from './live.ts';
import { toBlocks } from './markdown/blocks.ts';
import { livePartsOf, parseMarkdown } from './markdown/parse.ts';

/**
 * An entry as a public message, computed anew; a preview shows a draft's content the same way. Visibility, buttons
 * and who answered are for the command to add.
 */
export async function showContent({ title, body }: Content, live: Live): Promise<Message> {
  const tree = parseMarkdown(body);
  const filled = await fill(livePartsOf(tree), live);
  return {
    kind: 'message',
    title,
    understood: null,
    blocks: toBlocks(tree, filled),
    assumptions: [],
    actions: [],
    sources: [],
    visibility: 'public',
  };
}
