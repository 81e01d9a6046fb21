import type { Message } from '../../../reply/index.ts';
import type { ShownPicture } from '../blocks/body.ts';
import type { Desk } from '../house.ts';
import type { Outlet } from './outlet.ts';
import { untilReady, upload } from './upload.ts';

const unseen: ShownPicture = { kind: 'none', reason: 'Slack cannot show it in a private answer' };
export const failed: ShownPicture = { kind: 'none', reason: 'it could not be uploaded to Slack' };

/**
 * Uploads a message's pictures for an image block. A block rather than a file shared in the thread: the picture
 * stands where the explanation speaks of it, goes and changes with its answer, and reaches channels that the bot is
 * not in. A picture that fails is told by its words; the answer comes all the same.
 */
export async function uploadPictures(
  { blocks }: Message,
  outlet: Outlet,
  { client, rasterize, log }: Desk,
): Promise<readonly ShownPicture[]> {
  const pictures = blocks.filter((block) => block.kind === 'picture');
  if (!outlet.showsFiles) return pictures.map(() => unseen);
  return await Promise.all(
    pictures.map(async ({ alt, draw }, at): Promise<ShownPicture> => {
      try {
        const bytes = Uint8Array.from(await rasterize(draw()));
        const name = `picture-${at + 1}.png`;
        const id = await upload(client, { name, title: `Picture ${at + 1}`, alt, bytes });
        await untilReady(client, id);
        return { kind: 'file', id };
      } catch (error) {
        log.warn({ err: error }, 'a picture could not be uploaded');
        return failed;
      }
    }),
  );
}
