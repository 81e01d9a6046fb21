import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { UnderWay } from '../../under-way.ts';
import { guarded } from '../answer.ts';
import type { Desk, House } from '../house.ts';
import { before } from '../inquiry/chain.ts';
import { answersTo, forgetAnswers, placeKey } from '../inquiry/links.ts';
import { type Turns, turnKey } from '../inquiry/turns.ts';
import { prepare, undertake } from '../inquiry/undertake.ts';
import { isDirect, type Whereabouts } from '../inquiry/whereabouts.ts';
import { takeBack } from '../sending/replace.ts';
import { type Heard, readEdited } from './intake.ts';
import { inquiryOf } from './messages.ts';

/** A message that is gone. One with replies leaves a tombstone in its place. */
const deleted = z.union([
  z.object({ subtype: z.literal('message_deleted'), channel: z.string(), deleted_ts: z.string() }),
  z
    .object({
      subtype: z.literal('message_changed'),
      channel: z.string(),
      message: z.object({ subtype: z.literal('tombstone'), ts: z.string() }),
    })
    .transform(({ channel, message }) => ({ channel, deleted_ts: message.ts })),
]);
const previous = z.object({
  previous_message: z
    .object({ user: z.string().default(''), thread_ts: z.string().optional() })
    .default({ user: '' }),
});

/**
 * What becomes of questions: an edited one gets its answer edited, a deleted one loses it. Slack tells of both in direct
 * messages, and in channels to apps with channels:history.
 */
export function hearEdits(app: App, house: House, turns: Turns, underWay: UnderWay): void {
  app.event('message', async ({ event, context, client }) => {
    const team = context.teamId ?? null;
    const desk = { ...house, client };
    const gone = deleted.safeParse(event);
    if (gone.success) {
      const { channel, deleted_ts: ts } = gone.data;
      const { previous_message: was } = previous.parse(event);
      const where = { team, channel, thread: was.thread_ts ?? null, user: was.user };
      const work = () => withdraw(where, ts, desk);
      underWay.track(turns.take(turnKey(where, ts), work));
      return;
    }
    const edited = readEdited(event, team, context.botUserId ?? '');
    if (!edited) return;
    const { heard, at } = edited;
    underWay.track(turns.take(turnKey(heard, heard.ts), () => renew(heard, at, desk)));
  });
}

async function withdraw(where: Whereabouts, ts: string, desk: Desk): Promise<void> {
  const { answers } = desk.state;
  try {
    const parts = await answersTo(where, ts, answers);
    await takeBack(parts, where.channel, desk);
    await forgetAnswers(where, parts, answers);
  } catch (error) {
    desk.log.error({ err: error }, 'the answer to a deleted question could not be removed');
  }
}

async function renew(heard: Heard, at: string, desk: Desk): Promise<void> {
  const { answers: known } = desk.state;
  const asked = inquiryOf(heard, isDirect(heard.channel) ? 'direct' : 'mention');
  await guarded(asked, desk, async () => {
    const given = await known.byQuestion(placeKey(heard), heard.ts);
    const [first] = given;
    if (first === undefined) return;
    const { channel, thread, user, ts } = heard;
    const edited = {
      ...asked,
      id: `edit:${asked.id}:${at}`,
      askedAt: Number(at) * 1_000,
      earlier: before(first.text),
      address: {
        kind: 'edit' as const,
        channel,
        thread,
        user,
        ts,
        answers: given.map(({ answer }) => answer),
      },
    };
    await undertake(edited, () => prepare(edited, null, desk), desk);
  });
}
