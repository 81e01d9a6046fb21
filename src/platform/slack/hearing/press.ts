import { z } from 'zod';
import { readQuestion } from '../blocks/question.ts';
import type { Whereabouts } from '../inquiry/whereabouts.ts';
import { readValue } from '../sending/restoring.ts';
import { readTrail } from '../sending/trail.ts';

/** A pressed button. */
export interface Press extends Whereabouts {
  /** The message with the button. */
  readonly ts: string;
  readonly actionId: string;
  /** The keeper's id of what the button does. */
  readonly id: string;
  /** Whether it brings a deleted answer back. */
  readonly restores: boolean;
  readonly trigger: string;
  readonly responseUrl: string;
  /** Whether only the presser sees the message with the button. */
  readonly isEphemeral: boolean;
  /** The question above the answer, in mrkdwn. */
  readonly question: string | null;
  /** What else belongs to the answer that the button stands under. */
  readonly trail: readonly string[];
}

const pressed = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    channel_id: z.string().optional(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ blocks: z.array(z.unknown()).default([]) }).optional(),
  actions: z.tuple([
    z.object({ action_id: z.string(), block_id: z.string().default(''), value: z.string().default('') }),
  ]),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** Null for a press outside a message, such as in a modal. */
export function readPress(body: unknown): Press | null {
  const read = pressed.safeParse(body);
  if (!read.success) return null;
  const { team, user, channel, container, message, actions, trigger_id, response_url } = read.data;
  const where = channel?.id ?? container.channel_id;
  if (where === undefined) return null;
  return {
    team: team?.id ?? null,
    channel: where,
    thread: container.thread_ts ?? null,
    user: user.id,
    ts: container.message_ts,
    actionId: actions[0].action_id,
    ...readValue(actions[0].value),
    trigger: trigger_id,
    responseUrl: response_url,
    isEphemeral: container.is_ephemeral,
    question: readQuestion(message?.blocks ?? []),
    trail: readTrail(actions[0].block_id),
  };
}
