import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Field, Form } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';
import { shortened } from '../blocks/foot.ts';
import type { Whereabouts } from '../inquiry/whereabouts.ts';

/** Where the answer to a form goes: back to where the form was opened. */
const origin = z.object({
  team: z.string().nullable(),
  channel: z.string(),
  thread: z.string().nullable(),
  responseUrl: z.string(),
});
type Origin = z.infer<typeof origin>;

/** A form that somebody sent in. */
export interface Submission extends Whereabouts {
  /** The form's own id: it is sent once. */
  readonly id: string;
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
  readonly responseUrl: string;
}

export const formCallback = 'form:';
const answerId = 'value';

/** One block is the title's, where it is too long for its place. */
const mostFields = slackLimits.viewBlocks - 1;

/** A form as a modal that remembers where it was opened. Throws a RangeError for one with more fields than a modal has. */
export function formView({ title, command, fields, submit }: Form, opened: Origin): types.ModalView {
  const { team, channel, thread, responseUrl } = opened;
  const long = title.length > slackLimits.viewTitle;
  if (fields.length > mostFields)
    throw new RangeError(`the form of ${command} has more than ${mostFields} fields`);
  return {
    type: 'modal',
    callback_id: formCallback + command,
    private_metadata: JSON.stringify({ team, channel, thread, responseUrl } satisfies Origin),
    title: plainText(shortened(title, slackLimits.viewTitle)),
    submit: plainText(shortened(submit, slackLimits.viewSubmit)),
    blocks: [
      ...(long ? [{ type: 'section' as const, text: plainText(title) }] : []),
      ...fields.map(inputBlock),
    ],
  };
}

const submitted = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string().startsWith(formCallback),
    private_metadata: z.string(),
    state: z.object({
      values: z.record(z.string(), z.object({ [answerId]: z.object({ value: z.string().nullish() }) })),
    }),
  }),
});

/** Reads a sent form; fields left empty are left out. Throws on what no form of ours could send. */
export function readSubmission(body: unknown): Submission {
  const { user, view } = submitted.parse(body);
  const { team, channel, thread, responseUrl } = origin.parse(JSON.parse(view.private_metadata));
  const values = Object.entries(view.state.values).flatMap(([name, { [answerId]: field }]) =>
    field?.value ? [[name, field.value] as const] : [],
  );
  const command = view.callback_id.slice(formCallback.length);
  return {
    id: view.id,
    team,
    channel,
    thread,
    responseUrl,
    user: user.id,
    command,
    values: Object.fromEntries(values),
  };
}

function inputBlock({ name, label, multiline, required, value, maxLength }: Field): types.InputBlock {
  const longest = Math.min(maxLength, slackLimits.inputLength);
  // A text too long for Slack's field is not offered cut, which would lose its end unseen.
  const fits = value !== '' && value.length <= longest;
  const hint = value.length > longest ? { hint: plainText(tooLong(longest)) } : {};
  return {
    type: 'input',
    block_id: name,
    label: plainText(shortened(label, slackLimits.inputLabel)),
    optional: !required,
    ...hint,
    element: {
      type: 'plain_text_input',
      action_id: answerId,
      multiline,
      max_length: longest,
      ...(fits ? { initial_value: value } : {}),
    },
  };
}

const tooLong = (longest: number) =>
  `What stood here is longer than the ${longest} characters that Slack's forms take.`;

const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });
