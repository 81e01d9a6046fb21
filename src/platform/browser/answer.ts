import { randomUUID } from 'node:crypto';
import type { Invocation, Task } from '../../command/index.ts';
import type { Drawing, Message } from '../../reply/index.ts';
import type { House } from './house.ts';
import { fromText, type Received, toInvocation } from './intake.ts';
import { apology, nobodyHere, unknownButton } from './notes.ts';
import { render } from './render.ts';
import type { Outcome, ShownAnswer } from './wire.ts';

/** Answers a question, a command or a press. Never throws: a failure ends in the log and in an apology. */
export async function answer(received: Received, tab: string, house: House): Promise<Outcome> {
  const { asked, staff, replaces } = received.asking;
  try {
    const outcome = await outcomeOf(received, tab, house);
    if (replaces !== null && outcome.kind !== 'form') house.answers.forget(replaces, tab);
    return outcome;
  } catch (error) {
    const fault = randomUUID().slice(0, 8);
    house.log.error({ err: error, fault, asked: asked.kind, staff }, 'a playground answer failed');
    return await show(apology(fault), tab, house);
  }
}

async function outcomeOf(received: Received, tab: string, house: House): Promise<Outcome> {
  const { asked, staff } = received.asking;
  const asker = { tab, staff };
  switch (asked.kind) {
    case 'text':
      return await carryOut(fromText(asker, asked.text, received), house);
    case 'command':
      return await carryOut(toInvocation(asker, asked.command, asked.values), house);
    case 'press': {
      const kept = await house.keeper.find(asked.button);
      if (!kept || kept.asker !== tab) return await show(unknownButton, tab, house);
      if (kept.action.kind === 'delete') return { kind: 'deleted' };
      if (kept.action.kind === 'call') return await show(nobodyHere, tab, house);
      return await carryOut(toInvocation(asker, kept.action.command, kept.action.options), house);
    }
  }
}

async function carryOut(invocation: Invocation, house: House): Promise<Outcome> {
  const task = house.dispatcher.prepare(invocation);
  return task.kind === 'form' ? task.form : await work(task, invocation.user, house);
}

async function work(
  { visibility, work }: Extract<Task, { kind: 'answer' }>,
  tab: string,
  house: House,
): Promise<ShownAnswer> {
  const message = await work();
  // An error that comes up in the work is private, whatever the task promised.
  return await show(visibility === 'private' ? { ...message, visibility } : message, tab, house);
}

async function show(message: Message, tab: string, house: House): Promise<ShownAnswer> {
  const drawings = message.blocks.flatMap((block) =>
    block.kind === 'picture' ? [drawn(block.draw, house)] : [],
  );
  const id = house.answers.keep({ tab, message: withDrawings(message, drawings), drawings });
  const { actions } = message;
  const buttons = await house.keeper.keep(actions, tab, 'playground');
  return render(message, { id, drawings, button: (action) => buttons[actions.indexOf(action)] ?? '' });
}

/** A picture that fails is told by its words instead. */
function drawn(draw: () => Drawing, { log }: House): Drawing | null {
  try {
    return draw();
  } catch (error) {
    log.error({ err: error }, 'a picture could not be drawn');
    return null;
  }
}

/** Pictures as they were drawn, so that nothing they were drawn from is kept. */
function withDrawings(message: Message, drawings: readonly (Drawing | null)[]): Message {
  let pictures = 0;
  const blocks = message.blocks.map((block) => {
    if (block.kind !== 'picture') return block;
    const drawing = drawings[pictures++];
    const draw = () => {
      if (!drawing) throw new RangeError('this picture could not be drawn');
      return drawing;
    };
    return { ...block, draw };
  });
  return { ...message, blocks };
}
