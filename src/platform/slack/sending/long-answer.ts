import type { Message } from '../../../reply/index.ts';
import { renderText } from '../../text/index.ts';
import type { Desk } from '../house.ts';
import type { Outlet } from './outlet.ts';
import { upload } from './upload.ts';

/** Where the whole of a long answer went. */
export interface Attached {
  /** For the student: what the answer says of it. */
  readonly rest: string;
  /** The file that goes with the answer; null where it stands on its own. */
  readonly file: string | null;
}

/** A block that is a file by itself, where it is too long for one message. */
const fileIn = ({ blocks }: Message) =>
  blocks.flatMap((block) =>
    block.kind === 'code' && block.file !== undefined ? [{ name: block.file, text: block.code }] : [],
  )[0];

export const holdsFile = (message: Message): boolean => fileIn(message) !== undefined;

/**
 * Attaches the whole text of an answer that is longer than a channel should bear, or the file that it holds: beside the answer, or in the
 * asker's direct messages where files cannot stand beside it.
 */
export async function attachWhole(
  message: Message,
  outlet: Outlet,
  asker: string,
  { client, log }: Desk,
): Promise<Attached> {
  const { name, text: whole } = fileIn(message) ?? { name: 'answer.txt', text: `${renderText(message)}\n` };
  const bytes = new TextEncoder().encode(whole);
  const file = { name, title: 'The whole answer', alt: null, bytes };
  if (outlet.shelf) {
    try {
      const id = await upload(client, file, outlet.shelf);
      return { rest: `This is the beginning. The whole answer is attached as ${name}.`, file: id };
    } catch (error) {
      log.info({ err: error }, 'no file beside an answer; trying a direct message');
    }
  }
  try {
    const text = 'The whole answer to your question is attached.';
    const { channel, ts } = await client.chat.postMessage({ channel: asker, text });
    if (channel === undefined) throw new Error('Slack opened no direct message');
    await upload(client, file, { channel, thread: ts ?? null });
    return {
      rest: `This is the beginning. The whole answer is in your direct messages with me, as ${name}.`,
      file: null,
    };
  } catch (error) {
    log.warn({ err: error }, 'a long answer could not be attached');
    return {
      rest: 'This is the beginning. The whole is too long for a message, and Slack took no file. Ask for a part of it.',
      file: null,
    };
  }
}
