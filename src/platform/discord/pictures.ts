import type { Message } from '../../reply/index.ts';
import type { Pictures } from './blocks.ts';
import { failureFacts } from './failure.ts';
import type { House } from './house.ts';

/** Draws a message's pictures. One that fails or is too large to send is told by its words instead. */
export async function drawPictures(
  { blocks }: Message,
  largest: number,
  { rasterize, log }: Pick<House, 'rasterize' | 'log'>,
): Promise<Pictures> {
  const pictures = blocks.filter((block) => block.kind === 'picture');
  return await Promise.all(
    pictures.map(async ({ draw }) => {
      try {
        const bytes = await rasterize(draw());
        if (bytes.length <= largest) return bytes;
        log.warn({ bytes: bytes.length, largest }, 'a picture is too large for Discord');
      } catch (error) {
        log.error(failureFacts(error), 'a picture could not be drawn');
      }
      return null;
    }),
  );
}
