import type { App } from '@slack/bolt';
import type { UnderWay } from '../../under-way.ts';
import { guarded, tell } from '../answer.ts';
import type { Desk, House } from '../house.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { earlierQuestion } from '../inquiry/links.ts';
import { type Turns, turnKey } from '../inquiry/turns.ts';
import { prepare, undertake } from '../inquiry/undertake.ts';
import { filesUnseen } from '../notes.ts';
import { calledByMessage } from './called-by-message.ts';
import { type Heard, readDirect, readMention } from './intake.ts';

/** Mentions and direct messages: each is a question to `ask`. Bolt has acknowledged them before they come here. */
export function hearMessages(app: App, house: House, turns: Turns, underWay: UnderWay): void {
  const take = (heard: Heard, way: 'mention' | 'direct', desk: Desk) => {
    underWay.track(turns.take(turnKey(heard, heard.ts), () => reply(heard, way, desk)));
  };
  app.event('app_mention', async ({ event, context, client }) => {
    const heard = readMention(event, context.teamId ?? null, context.botUserId ?? '');
    if (heard) take(heard, 'mention', { ...house, client });
  });
  // A mention in a channel comes as `message` as well, to apps that read channels; only direct ones count here.
  app.event('message', async ({ event, context, client }) => {
    const heard = readDirect(event, context.teamId ?? null, context.botUserId ?? '');
    if (heard) take(heard, 'direct', { ...house, client });
  });
}

async function reply(heard: Heard, way: 'mention' | 'direct', desk: Desk): Promise<void> {
  const called = calledByMessage(heard, desk.commands);
  const question = inquiryOf(heard, way);
  const asked: Inquiry = called
    ? { ...question, command: called.command, input: { kind: 'text', text: called.text } }
    : question;
  await guarded(asked, desk, async () => {
    const earlier = await earlierQuestion(heard, desk.state.answers);
    const whole = { ...asked, earlier };
    const take = async () => {
      if (heard.hidesFiles) await tell(filesUnseen, asked, desk);
      return await prepare(whole, null, desk);
    };
    await undertake(whole, take, desk);
  });
}

/** A message as a question, with its answer in reply to it. */
export function inquiryOf(heard: Heard, way: Inquiry['way']): Inquiry {
  const { team, channel, thread, user, text, ts, files } = heard;
  return {
    // The message's retries and its two events bring the same.
    id: `message:${team}:${channel}:${ts}`,
    askedAt: Number(ts) * 1_000,
    team,
    way,
    command: 'ask',
    input: { kind: 'text', text },
    files: [...files],
    earlier: null,
    address: { kind: 'reply', channel, thread, user, ts, responseUrl: null },
  };
}
