import type { App } from '@slack/bolt';
import type { Invocation } from '../../../command/index.ts';
import type { Form } from '../../../reply/index.ts';
import type { UnderWay } from '../../under-way.ts';
import { answer, guarded, repeat, tell } from '../answer.ts';
import type { Desk, House } from '../house.ts';
import { formOffer } from '../notes.ts';
import { type Place, replyPlace } from '../sending/outlet.ts';
import { type Heard, readDirect, readMention, toInvocation } from './intake.ts';

/** Mentions and direct messages: each is a question to `ask`. Bolt has acknowledged them before they come here. */
export function hearMessages(app: App, bot: string, house: House, underWay: UnderWay): void {
  app.event('app_mention', async ({ event, context, client }) => {
    const heard = readMention(event, context.teamId ?? null, bot);
    if (heard) underWay.track(reply(heard, { ...house, client }));
  });
  // A mention in a channel comes as `message` as well, to apps that read channels; only direct ones count here.
  app.event('message', async ({ event, context, client }) => {
    const heard = readDirect(event, context.teamId ?? null, bot);
    if (heard) underWay.track(reply(heard, { ...house, client }));
  });
}

async function reply(heard: Heard, desk: Desk): Promise<void> {
  const invocation = toInvocation(heard, 'ask', { kind: 'text', text: heard.text });
  const place = replyPlace(desk.client, heard, heard.ts);
  await guarded(invocation.command, place, desk, async () => {
    // The message itself is the key: its retries and its two events bring the same.
    if (!(await desk.once(`message:${heard.team}:${heard.channel}:${heard.ts}`))) return;
    const task = desk.dispatcher.prepare(invocation);
    await (task.kind === 'form'
      ? offerForm(task.form, invocation, place, desk)
      : answer(task, invocation, place, desk));
  });
}

async function offerForm(
  { title, submit }: Form,
  invocation: Invocation,
  place: Place,
  desk: Desk,
): Promise<void> {
  const again = repeat(invocation, desk);
  const offer = formOffer(title, submit, again ? [{ ...again, label: submit }] : []);
  await tell(offer, invocation.user, place, desk);
}
