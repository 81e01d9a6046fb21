import { randomBytes } from 'node:crypto';
import type { Task } from '../../command/index.ts';
import type { Action, Message } from '../../reply/index.ts';
import { failureFacts } from './failure.ts';
import type { House } from './house.ts';
import { apology } from './notes.ts';
import { drawPictures } from './pictures.ts';
import type { Place } from './place.ts';
import { render } from './render.ts';

export interface Asking {
  readonly command: string;
  /** Whose answer it is: the buttons under it are theirs. */
  readonly user: string;
  readonly community: string | null;
}

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
  house.log.error({ fault, command: asking.command, ...failureFacts(error) }, 'a Discord answer failed');
  try {
    await show(apology(fault), asking, await place(), house);
  } catch (second) {
    house.log.error({ fault, ...failureFacts(second) }, 'nor could the apology be sent');
  }
}

/** Draws, renders and sends a message; its buttons are kept for the asker. */
export async function show(
  message: Message,
  { user, community }: Asking,
  place: Place,
  house: Pick<House, 'rasterize' | 'log' | 'state'>,
): Promise<void> {
  const pictures = await drawPictures(message, place.fileBytes, house);
  const ids = new Map<Action, string>();
  for (const action of message.actions)
    ids.set(action, await house.state.actions.keep(action, user, community));
  const pages = render(message, { pictures, button: (action) => ids.get(action) ?? '' });
  if (pages.length === 0) throw new RangeError('an answer with nothing in it');
  await place.show(pages, message.visibility);
}
