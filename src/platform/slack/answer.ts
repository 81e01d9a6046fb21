import { randomUUID } from 'node:crypto';
import type { Invocation, Task } from '../../command/index.ts';
import type { Action, Message } from '../../reply/index.ts';
import { refusalCode } from './connection/client.ts';
import type { Desk } from './house.ts';
import { apology } from './notes.ts';
import { deliver } from './sending/deliver.ts';
import type { Place } from './sending/outlet.ts';

/**
 * Does a task's work and sends what comes of it. Never throws: whatever goes wrong is logged under a short id and
 * told to the asker alone with the same id.
 */
export async function answer(
  task: Extract<Task, { kind: 'answer' }>,
  invocation: Invocation,
  place: Place,
  desk: Desk,
): Promise<void> {
  await guarded(invocation.command, place, desk, async () => {
    const message = await task.work();
    // An error that comes up in the work is private, whatever the task promised.
    const isPrivate = task.visibility === 'private' || message.visibility === 'private';
    const outlet = place(isPrivate ? 'private' : 'public');
    const { user: asker, community } = invocation;
    await deliver({ message, outlet, asker, community, again: repeat(invocation, desk) }, desk);
  });
}

/** Sends one of this room's own notes to the asker; never throws. */
export async function tell(message: Message, asker: string, place: Place, desk: Desk): Promise<void> {
  await guarded('note', place, desk, () =>
    deliver({ message, outlet: place('private'), asker, community: null, again: null }, desk),
  );
}

/** Does something for an asker; a failure ends in the log and in an apology, never in an exception. */
export async function guarded(
  command: string,
  place: Place,
  desk: Desk,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const fault = randomUUID().slice(0, 8);
    desk.log.error({ err: error, fault, command }, 'an answer failed');
    try {
      const message = apology(fault, refusalCode(error));
      await deliver({ message, outlet: place('private'), asker: '', community: null, again: null }, desk);
    } catch (second) {
      desk.log.error({ err: second, fault }, 'nor could the apology be sent');
    }
  }
}

/** The invocation as an action, so that a button's press asks it again; null where it cannot be one. */
export function repeat({ command, input }: Invocation, { commands }: Desk): Action | null {
  const label = 'Picture by direct message';
  if (input.kind === 'options') {
    const options = Object.entries(input.values).filter(isPlainOption);
    return { kind: 'ask', label, command, options: Object.fromEntries(options) };
  }
  const description = commands.find(({ name }) => name === command);
  if (description?.options[0]?.name !== 'question') return null;
  return { kind: 'ask', label, command, options: { question: input.text } };
}

function isPlainOption(entry: [string, unknown]): entry is [string, string | number | boolean] {
  return ['string', 'number', 'boolean'].includes(typeof entry[1]);
}
