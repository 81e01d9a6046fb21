import type { App } from '@slack/bolt';
import type { Task } from '../../../command/index.ts';
import type { UnderWay } from '../../under-way.ts';
import { answer, guarded } from '../answer.ts';
import type { Desk, House } from '../house.ts';
import { responsePlace } from '../sending/outlet.ts';
import { type Call, readSlash, toInvocation } from './intake.ts';
import { openForm } from './open-form.ts';
import { usageFor } from './usage.ts';

/** Slash commands: read, acknowledge, then work. The acknowledgement shows a public question to the channel. */
export function hearCommands(app: App, house: House, underWay: UnderWay): void {
  app.command(/^\//, async ({ ack, payload, client }) => {
    const call = readSlash(payload);
    const task = prepare(call, house);
    const isPublic = task.kind === 'answer' && task.visibility === 'public';
    await ack(isPublic ? { response_type: 'in_channel' } : undefined);
    underWay.track(carryOut(call, task, { ...house, client }));
  });
}

function prepare(call: Call, { commands, dispatcher }: House): Task {
  const usage = usageFor(call, commands);
  if (usage) return { kind: 'answer', visibility: 'private', work: () => usage };
  return dispatcher.prepare(invocationOf(call));
}

async function carryOut(call: Call, task: Task, desk: Desk): Promise<void> {
  const place = responsePlace(call);
  await guarded(call.command, place, desk, async () => {
    if (!(await desk.once(`command:${call.trigger}`))) return;
    await (task.kind === 'form'
      ? openForm(task.form, call, place, desk)
      : answer(task, invocationOf(call), place, desk));
  });
}

const invocationOf = (call: Call) => toInvocation(call, call.command, { kind: 'text', text: call.text });
