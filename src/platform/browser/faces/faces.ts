import type { KeptAnswer } from '../answers.ts';
import type { House } from '../house.ts';
import { pictureHref } from '../render.ts';
import { discordFace } from './discord.ts';
import type { Face } from './face.ts';
import { slackFace } from './slack.ts';
import { textFace } from './text.ts';

/** One reply three times: from the very payloads that the platforms' renderers make of it. */
export async function facesOf(
  id: string,
  { message, drawings }: KeptAnswer,
  { rasterize, log }: Pick<House, 'rasterize' | 'log'>,
): Promise<readonly Face[]> {
  const pictures = await Promise.all(
    drawings.map(async (drawing) => {
      try {
        return drawing && (await rasterize(drawing));
      } catch (error) {
        log.error({ err: error }, 'a picture could not be drawn');
        return null;
      }
    }),
  );
  const address = (index: number) => pictureHref(id, index);
  return [
    discordFace(message, pictures, address),
    slackFace(
      message,
      pictures.map((bytes, index) => (bytes ? address(index) : null)),
    ),
    textFace(message),
  ];
}
