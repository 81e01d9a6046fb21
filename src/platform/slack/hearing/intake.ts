import { z } from 'zod';
import { questionLine } from '../blocks/question.ts';
import type { FileNote } from '../inquiry/inquiry.ts';
import { isDirect, type Whereabouts } from '../inquiry/whereabouts.ts';
import { slackFile, toFileNote } from './files.ts';
import { asTyped, withoutMention } from './typed.ts';

/** A slash command as it was called: `/pool …` and `/lifeguard pool …` are the same call. */
export interface Call extends Whereabouts {
  /** Empty for a bare `/lifeguard`. */
  readonly command: string;
  readonly text: string;
  /** The call as it was typed, and by whom, in mrkdwn. */
  readonly question: string;
  readonly trigger: string;
  readonly responseUrl: string;
}

/** A message to the bot: a mention in a channel, or any message in a direct one. */
export interface Heard extends Whereabouts {
  readonly text: string;
  readonly ts: string;
  readonly files: readonly FileNote[];
  /** Whether there are files that Slack does not describe in the event. */
  readonly hidesFiles: boolean;
}

const slash = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** The command every installation has; the short names may belong to other apps. */
export const umbrella = 'lifeguard';

export function readSlash(payload: unknown): Call {
  const { command, text, ...rest } = slash.parse(payload);
  const name = command.slice(1).toLowerCase();
  const typed = asTyped(text);
  const [word = ''] = typed.split(/\s/, 1);
  return {
    command: name === umbrella ? word.toLowerCase() : name,
    text: name === umbrella ? typed.slice(word.length).trim() : typed,
    team: rest.team_id,
    channel: rest.channel_id,
    thread: null,
    user: rest.user_id,
    question: questionLine(rest.user_name ?? null, `${command} ${typed}`.trim()),
    trigger: rest.trigger_id,
    responseUrl: rest.response_url,
  };
}

/** What mentions and direct messages have in common; edits, bots and Slack's own notices fall through. */
const spoken = z.object({
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  channel: z.string(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  edited: z.undefined().optional(),
  hidden: z.undefined().optional(),
  files: z.array(slackFile).optional(),
  upload: z.boolean().default(false),
});
const direct = spoken.extend({ channel_type: z.literal('im') });

/** A mention of `bot`; null for an event that does not mention it, or is none of a person's. */
export function readMention(event: unknown, team: string | null, bot: string): Heard | null {
  const read = spoken.safeParse(event);
  if (!read.success) return null;
  const text = withoutMention(read.data.text, bot);
  return text === null ? null : heard(read.data, asTyped(text), team);
}

/** A direct message; null for all other messages: in a channel the mention is what counts. */
export function readDirect(event: unknown, team: string | null, bot: string): Heard | null {
  const read = direct.safeParse(event);
  if (!read.success) return null;
  const { text } = read.data;
  return heard(read.data, asTyped(withoutMention(text, bot) ?? text), team);
}

const changed = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  channel_type: z.string().optional(),
  message: spoken
    .omit({ channel: true, edited: true })
    .extend({ edited: z.object({ ts: z.string() }), text: z.string() }),
  previous_message: z.object({ text: z.string().optional() }).optional(),
});

/** A question that was edited, and when; null where its words stayed, as when Slack unfurls a link. */
export function readEdited(
  event: unknown,
  team: string | null,
  bot: string,
): { readonly heard: Heard; readonly at: string } | null {
  const read = changed.safeParse(event);
  if (!read.success || read.data.message.text === read.data.previous_message?.text) return null;
  const { channel, message } = read.data;
  const unmentioned = withoutMention(message.text, bot) ?? (isDirect(channel) ? message.text : null);
  if (unmentioned === null) return null;
  const { edited, ...said } = message;
  return { heard: heard({ ...said, channel }, asTyped(unmentioned), team), at: edited.ts };
}

const heard = (event: Omit<z.infer<typeof spoken>, 'edited'>, text: string, team: string | null): Heard => ({
  team,
  channel: event.channel,
  thread: event.thread_ts ?? null,
  user: event.user,
  text,
  ts: event.ts,
  files: (event.files ?? []).map(toFileNote),
  hidesFiles: event.files === undefined && (event.upload || event.subtype === 'file_share'),
});
