import { randomBytes } from 'node:crypto';
import { RESTJSONErrorCodes } from 'discord.js';
import type { Task } from '../../command/index.ts';
import type { Action, Message } from '../../reply/index.ts';
import { failureFacts, refusalCode } from './failure.ts';
import type { House } from './house.ts';
import { type Answered, link } from './links.ts';
import { apology } from './notes.ts';
import { posted } from './payload.ts';
import { drawPictures } from './pictures.ts';
import type { Place } from './place.ts';
import { render } from './render.ts';

export interface Asking {
  readonly command: string;
  /** Whose answer it is: the buttons under it are theirs. */
  readonly user: string;
  readonly community: string | null;
  /** What follow-ups and edits find the answer by; null for what answers no question. */
  readonly answered: Answered | null;
  /** Asks the same again, should it be deleted; null where there is nothing to ask. */
  readonly again: Extract<Action, { kind: 'ask' }> | null;
  /** What a press of a button under it does that asks something. */
  readonly press?: Press;
}

/** Whom this room itself tells something. */
export const aside = (user: string, community: string | null): Asking => ({
  command: 'note',
  user,
  community,
  answered: null,
  again: null,
});

/** Does a task's work and shows what comes of it. Never throws: a failure ends in the log and in an apology. */
export async function answer(
  task: Extract<Task, { kind: 'answer' }>,
  asking: Asking,
  place: Place,
  house: House,
): Promise<void> {
  try {
    await show(await task.work(), asking, place, house);
  } catch (error) {
    await apologise(error, asking, () => place, house);
  }
}

/** Logs a failure under a short id and tells the asker that id, privately where that is possible. */
export async function apologise(
  error: unknown,
  asking: Asking,
  place: () => Place | Promise<Place>,
  house: House,
): Promise<void> {
  const fault = randomBytes(4).toString('hex');
  house.meter.error('discord', String(refusalCode(error) ?? 'fault'));
  house.log.error({ fault, command: asking.command, ...failureFacts(error) }, 'a Discord answer failed');
  try {
    await show(apology(fault), asking, await place(), house);
  } catch (second) {
    house.log.error(
      { fault, ...failureFacts(second) },
      'nor could the apology be shown; trying a direct message',
    );
    await tellDirectly(apology(fault), asking.user, house);
  }
}

/** The last way to a person: their own messages, where they may have shut it. */
async function tellDirectly(message: Message, user: string, { client, log }: House): Promise<void> {
  try {
    const channel = await client.users.createDM(user);
    for (const page of render(message, { pictures: [], button: () => '' })) await channel.send(posted(page));
  } catch (error) {
    log.error(failureFacts(error), 'nor could it be said in a direct message');
  }
}

/** Draws, renders and sends a message; its buttons are kept for the asker, and what it answers is remembered. */
export async function show(message: Message, asking: Asking, place: Place, house: House): Promise<void> {
  const { answered } = asking;
  const sending = send(message, asking, place, house);
  await (answered === null ? sending : house.showing.track(answered.channel, sending));
}

async function send(message: Message, asking: Asking, place: Place, house: House): Promise<void> {
  const offered = message.actions.filter(({ kind }) => kind !== 'call' || isSeen(message, place));
  const buttons = await keepButtons(offered, asking, house);
  const shown = { ...message, actions: message.actions.filter((action) => buttons.has(action)) };
  const sendWith = async (mayAttach: boolean): Promise<readonly string[]> => {
    const pictures = mayAttach ? await drawPictures(shown, place.fileBytes, house) : [];
    const pages = render(shown, { pictures, mayAttach, button: (action) => buttons.get(action) ?? '' });
    if (pages.length === 0) throw new RangeError('an answer with nothing in it');
    const isPlain = pages.every(({ files }) => files.length === 0);
    try {
      return await place.show(pages, message.visibility);
    } catch (error) {
      if (isPlain || refusalCode(error) !== RESTJSONErrorCodes.MissingPermissions) throw error;
      house.log.info({ channel: asking.answered?.channel }, 'may not attach files here');
      return await sendWith(false);
    }
  };
  const ids = await sendWith(place.mayAttach);
  if (asking.answered === null) return;
  try {
    await link(asking.answered, ids, house.state);
  } catch (error) {
    house.log.error(failureFacts(error), 'an answer cannot be found again by its question');
  }
}

/** Whether others see a message too; nobody can be called to one that they don't. */
const isSeen = ({ visibility }: Message, { whispers }: Place): boolean =>
  visibility === 'public' || !whispers;

/** The ids of the buttons; a store that is away costs the buttons, not the answer. */
async function keepButtons(
  actions: readonly Action[],
  { user, community, again, press = 'press' }: Asking,
  { state, log }: House,
): Promise<ReadonlyMap<Action, string>> {
  const shown = actions.flatMap((action) => {
    // What a deletion keeps is how to undo it.
    const kept = action.kind === 'delete' ? again : action;
    return kept === null ? [] : [{ action, kept }];
  });
  try {
    const ids = await state.actions.keep(
      shown.map(({ kept }) => kept),
      user,
      community,
    );
    return new Map(
      shown.map(({ action }, at) => [action, `${action.kind === 'ask' ? press : action.kind} ${ids[at]}`]),
    );
  } catch (error) {
    log.error(failureFacts(error), 'an answer goes without its buttons');
    return new Map();
  }
}

/** How a button's id begins: what its press does; the id under which the rest is kept follows. */
export type Press = 'press' | 'delete' | 'restore' | 'call';
