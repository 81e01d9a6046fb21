import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { UnderWay } from '../../under-way.ts';
import { guarded } from '../answer.ts';
import type { Desk, House } from '../house.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { questionBehind } from '../inquiry/links.ts';
import { prepare, undertake } from '../inquiry/undertake.ts';
import { slackFile, toFileNote } from './files.ts';
import { type Shortcut, shortcutsFor } from './shortcuts.ts';
import { asTyped, withoutMention } from './typed.ts';

const chosen = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }),
  message_ts: z.string(),
  message: z.object({
    text: z.string().nullish(),
    thread_ts: z.string().optional(),
    files: z.array(slackFile).default([]),
  }),
});

/** Message shortcuts: a command on the message that somebody chose. */
export function hearMenus(app: App, house: House, underWay: UnderWay): void {
  const shortcuts = shortcutsFor(house.commands);
  app.shortcut({ type: 'message_action' }, async ({ ack, body, client, context }) => {
    const shortcut = shortcuts.find(({ callback }) => callback === body.callback_id);
    if (!shortcut) return ack();
    const read = chosen.parse(body);
    const asked = inquiryOf(read, shortcut, context.botUserId ?? '');
    const desk = { ...house, client };
    underWay.track(look(asked, shortcut.isAnswer, read.trigger_id, desk));
    await ack();
    house.meter.acknowledged('slack', Date.now() - asked.askedAt);
  });
}

/** An entry made of an answer is found by the question that it answers. */
async function look(asked: Inquiry, isAnswer: boolean, trigger: string, desk: Desk): Promise<void> {
  await guarded(asked, desk, async () => {
    const earlier = isAnswer ? await questionBehind(asked, desk.state.answers) : null;
    const whole = { ...asked, earlier };
    await undertake(whole, () => prepare(whole, trigger, desk), desk);
  });
}

function inquiryOf(
  read: z.infer<typeof chosen>,
  { command, option, values }: Shortcut,
  bot: string,
): Inquiry {
  const { message, message_ts: ts } = read;
  const written = message.text ?? '';
  const text = asTyped(withoutMention(written, bot) ?? written);
  return {
    id: `menu:${read.trigger_id}`,
    askedAt: Date.now(),
    team: read.team?.id ?? null,
    way: 'menu',
    command,
    input: { kind: 'options', values: { [option]: text, ...values } },
    files: message.files.map(toFileNote),
    earlier: null,
    address: {
      kind: 'reply',
      channel: read.channel.id,
      thread: message.thread_ts ?? null,
      user: read.user.id,
      ts,
      responseUrl: read.response_url,
    },
  };
}
