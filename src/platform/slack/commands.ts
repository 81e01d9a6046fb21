import type { App } from '@slack/bolt';
import { answer } from './answer.ts';
import type { House } from './house.ts';
import { readSlash, toInvocation } from './intake.ts';
import { openForm } from './open-form.ts';
import { responsePlace } from './outlet.ts';
import type { UnderWay } from './under-way.ts';
import { usageFor } from './usage.ts';

/** Slash commands: read, acknowledge, then work. The acknowledgement shows a public question to the channel. */
export function hearCommands(app: App, house: House, underWay: UnderWay): void {
  app.command(/^\//, async ({ ack, payload, client }) => {
    const call = readSlash(payload);
    const invocation = toInvocation(call, call.command, { kind: 'text', text: call.text });
    const usage = usageFor(call, house.commands);
    const task = usage
      ? ({ kind: 'answer', visibility: 'private', work: () => usage } as const)
      : house.dispatcher.prepare(invocation);
    const isPublic = task.kind === 'answer' && task.visibility === 'public';
    await ack(isPublic ? { response_type: 'in_channel' } : undefined);
    await underWay.track(async () => {
      if (!(await house.once(`command:${call.trigger}`))) return;
      const place = responsePlace(call.responseUrl, call.channel);
      const desk = { ...house, client };
      if (task.kind === 'form') await openForm(task.form, call, place, desk);
      else await answer(task, invocation, place, desk);
    });
  });
}
