import type { Action, AskAction, Message } from '../../../reply/index.ts';
import type { ShownPicture } from '../blocks/body.ts';
import { refusalCode } from '../connection/client.ts';
import type { Desk } from '../house.ts';
import { isLong, type Rendered, render, renderBeginning, renderEnd, type Surroundings } from '../render.ts';
import { attachWhole, holdsFile } from './long-answer.ts';
import type { Outlet } from './outlet.ts';
import { failed, uploadPictures } from './pictures.ts';
import { restoring } from './restoring.ts';
import { withTrail } from './trail.ts';

export interface Delivery {
  readonly message: Message;
  readonly outlet: Outlet;
  readonly asker: string;
  readonly community: string | null;
  /** The message that is answered; null where the question is none. */
  readonly about: string | null;
  /** Asks the same again, to send it elsewhere; null where that cannot be written as an action. */
  readonly again: AskAction | null;
  /** Shown above it, in mrkdwn. */
  readonly question?: string | null;
  /** Whether its buttons bring a deleted answer back. */
  readonly restores?: boolean;
}

/**
 * Renders a message for an outlet and sends it, with its pictures, in as many parts as it takes. Gives the messages (by
 * `ts`) and files (by id) that it became, as far as Slack tells them.
 */
export async function deliver(delivery: Delivery, desk: Desk): Promise<readonly string[]> {
  const pictures = await uploadPictures(delivery.message, delivery.outlet, desk);
  let sent = 0;
  const outlet: Outlet = {
    ...delivery.outlet,
    send: async (rendered) => {
      const ts = await delivery.outlet.send(rendered);
      sent++;
      return ts;
    },
  };
  try {
    return await sendWith(pictures, { ...delivery, outlet }, desk);
  } catch (error) {
    const shown = pictures.some(({ kind }) => kind === 'file');
    if (sent > 0 || !shown || refusalCode(error) !== 'invalid_blocks') throw error;
    desk.log.warn({ err: error }, 'Slack refused an answer with its pictures; sending it without');
    return await sendWith(
      pictures.map(() => failed),
      delivery,
      desk,
    );
  }
}

async function sendWith(
  pictures: readonly ShownPicture[],
  { message: given, outlet, asker, community, about, again, question = null, restores = false }: Delivery,
  desk: Desk,
): Promise<readonly string[]> {
  const elsewhere = !outlet.showsFiles && pictures.length > 0 ? again : null;
  // Nobody can be called to what the asker alone sees.
  const isSeen = about !== null || outlet.showsFiles;
  const message = { ...given, actions: given.actions.filter(({ kind }) => kind !== 'call' || isSeen) };
  const actions = [...message.actions, ...(elsewhere ? [elsewhere] : [])];
  const kept = actions.map((action) => whole(action, { about, again }));
  const keptIds = await desk.state.actions.keep(kept, asker, community);
  const ids = restores ? keptIds.map(restoring) : keptIds;
  const surroundings: Surroundings = {
    pictures: (index) => pictures[index] ?? failed,
    idOf: (action) => ids[actions.indexOf(action)] ?? '',
    elsewhere,
    question,
  };
  const parts = render(message, surroundings);
  if (parts.length === 0) throw new RangeError('an answer without content');
  const attaches = isLong(parts) || (parts.length > 1 && holdsFile(message));
  if (!attaches) return await sendAll(parts, outlet, []);
  const trail = await sendAll(renderBeginning(message, surroundings), outlet, []);
  const { rest, file } = await attachWhole(message, outlet, asker, desk);
  const before = file === null ? trail : [...trail, file];
  return await sendAll(renderEnd(message, surroundings, rest), outlet, before);
}

/** An action with what only this answer knows: what a call is about, and how a deletion is undone. */
function whole(action: Action, { about, again }: Pick<Delivery, 'about' | 'again'>): Action {
  if (action.kind === 'call' && about !== null) return { ...action, about };
  if (action.kind === 'delete' && again !== null)
    return {
      ...action,
      again: { ...again, label: 'bring it back', ...(about === null ? {} : { to: about }) },
    };
  return action;
}

/** Sends in order, the last with a note of what came before it; gives that note with the last added. */
async function sendAll(
  parts: readonly Rendered[],
  outlet: Outlet,
  before: readonly string[],
): Promise<readonly string[]> {
  const trail = [...before];
  for (const [at, part] of parts.entries()) {
    const ts = await outlet.send(at === parts.length - 1 ? withTrail(part, trail) : part);
    if (ts !== null) trail.push(ts);
  }
  return trail;
}
