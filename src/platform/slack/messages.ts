import type { App } from '@slack/bolt';
import { answer, repeat, tell } from './answer.ts';
import type { Desk, House } from './house.ts';
import { type Heard, readDirect, readMention, toInvocation } from './intake.ts';
import { formOffer } from './notes.ts';
import { replyPlace } from './outlet.ts';
import type { UnderWay } from './under-way.ts';

/** Mentions and direct messages: each is a question to `ask`. Bolt has acknowledged them before they come here. */
export function hearMessages(app: App, bot: string, house: House, underWay: UnderWay): void {
  app.event('app_mention', async ({ event, context, client }) => {
    const heard = readMention(event, context.teamId ?? null, bot);
    if (heard) await underWay.track(() => reply(heard, { ...house, client }));
  });
  // A mention in a channel comes as `message` as well, to apps that read channels; only direct ones count here.
  app.event('message', async ({ event, context, client }) => {
    const heard = readDirect(event, context.teamId ?? null, bot);
    if (heard) await underWay.track(() => reply(heard, { ...house, client }));
  });
}

async function reply(heard: Heard, desk: Desk): Promise<void> {
  // The message itself is the key: its retries and its two events bring the same.
  if (!(await desk.once(`message:${heard.team}:${heard.channel}:${heard.ts}`))) return;
  const invocation = toInvocation(heard, 'ask', { kind: 'text', text: heard.text });
  const place = replyPlace(desk.client, heard, heard.ts);
  const task = desk.dispatcher.prepare(invocation);
  if (task.kind === 'answer') return answer(task, invocation, place, desk);
  const again = repeat(invocation, desk);
  const actions = again ? [{ ...again, label: task.form.submit }] : [];
  await tell(formOffer(task.form.title, task.form.submit, actions), heard.user, place, desk);
}
