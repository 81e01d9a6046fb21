import { randomUUID } from 'node:crypto';
import type { Task } from '../../command/index.ts';
import type { AskAction, Message } from '../../reply/index.ts';
import { refusalCode } from './connection/client.ts';
import type { Desk } from './house.ts';
import { type Address, questionOf } from './inquiry/address.ts';
import { askerOf, type Inquiry } from './inquiry/inquiry.ts';
import { noteAnswer } from './inquiry/links.ts';
import { apology } from './notes.ts';
import { deliver } from './sending/deliver.ts';
import type { Place } from './sending/outlet.ts';
import { placeOf } from './sending/place.ts';

/**
 * Does a task's work and sends what comes of it. Never throws: whatever goes wrong is logged under a short id and
 * told to the asker alone with the same id.
 */
export async function answer(
  task: Extract<Task, { kind: 'answer' }>,
  asked: Inquiry,
  desk: Desk,
): Promise<void> {
  await guarded(asked, desk, async (place) => {
    const message = await task.work();
    // An error that comes up in the work is private, whatever the task promised.
    const isPrivate = asked.isPrivate || task.visibility === 'private' || message.visibility === 'private';
    const outlet = place(isPrivate ? 'private' : 'public');
    const { team: community, address } = asked;
    const delivery = {
      message,
      outlet,
      asker: askerOf(asked),
      community,
      about: questionOf(address),
      again: repeat(asked, desk),
      question: isPrivate ? null : (asked.question ?? null),
    };
    const parts = await deliver(delivery, desk);
    await noteAnswer(asked, parts, desk.state.answers);
    desk.meter.answered('slack', Date.now() - asked.askedAt);
  });
}

/** Who is spoken to, and by what way. */
interface Addressee {
  readonly command: string;
  readonly team: string | null;
  readonly address: Address;
}

/** Sends one of this room's own notes to the asker; never throws. */
export async function tell(message: Message, to: Omit<Addressee, 'command'>, desk: Desk): Promise<void> {
  await guarded({ ...to, command: 'note' }, desk, (place) => send(message, to, place, desk));
}

/** Does something for an asker; a failure ends in the log and in an apology, never in an exception. */
export async function guarded(
  to: Addressee,
  desk: Desk,
  work: (place: Place) => Promise<void>,
): Promise<void> {
  const place = placeOf(to.address, desk);
  try {
    await work(place);
  } catch (error) {
    const fault = randomUUID().slice(0, 8);
    desk.meter.error('slack', refusalCode(error) ?? 'fault');
    desk.log.error({ err: error, fault, command: to.command }, 'an answer failed');
    try {
      await send(apology(fault, refusalCode(error)), to, place, desk);
    } catch (second) {
      desk.log.error({ err: second, fault }, 'nor could the apology be sent');
    }
  }
}

async function send(
  message: Message,
  { team: community, address }: Omit<Addressee, 'command'>,
  place: Place,
  desk: Desk,
): Promise<void> {
  const outlet = place('private');
  await deliver({ message, outlet, asker: address.user, community, about: null, again: null }, desk);
}

/** The question as an action, so that a button's press asks it again; null where it cannot be one. */
export function repeat({ command, input }: Inquiry, { commands }: Desk): AskAction | null {
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
