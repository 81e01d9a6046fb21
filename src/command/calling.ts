import type { Settings } from '../faq/index.ts';
import type { Message } from '../reply/index.ts';
import type { Invocation } from './invocation.ts';
import { createLimit } from './limit.ts';
import { notice } from './notice.ts';
import type { Services } from './services.ts';

/** The role, user group or person whom staff have named to be called. */
export type Helper = NonNullable<Settings['helper']>;

/** Whom to call for somebody whose answer did not help, or a private word on why nobody is called. */
export type Calling =
  | { readonly kind: 'call'; readonly helper: Helper }
  | { readonly kind: 'refused'; readonly message: Message };

export type Caller = Pick<Invocation, 'platform' | 'community' | 'user'>;

/** A human's time is dearer than ours. */
const callsAnHour = 3;

/** Decides at the press and by the settings as they are then, whatever a button was shown for. */
export function createCalling({ settings }: Services): (caller: Caller) => Promise<Calling> {
  const secondsToWait = createLimit(callsAnHour, 60 * 60);
  return async ({ platform, community, user }) => {
    const helper = community === null ? null : (await settings.read(community)).helper;
    if (helper === null) return { kind: 'refused', message: nobodyToCall };
    const seconds = secondsToWait(`${platform} ${user}`);
    return seconds === null
      ? { kind: 'call', helper }
      : { kind: 'refused', message: calledOften(Math.ceil(seconds / 60)) };
  };
}

/** What everybody reads beside the mention, before the link to the question. */
export const callWords = 'a human is wanted here. My answer did not help with';

const nobodyToCall = notice(
  'There is nobody whom I may call here',
  'The teaching staff have named no one. Ask in the channel instead.',
);

const calledOften = (minutes: number): Message =>
  notice(
    'One moment, please',
    `I call a human up to ${callsAnHour} times an hour for each person. You can again in ${minutes} min.`,
  );

/** What whoever pressed the button hears, alone. */
export const callNotes = {
  called: notice('I called a human', 'They see your question with the call.'),
  calledBefore: notice('A human was called to this answer already', 'Once is what I may do for each answer.'),
  notYours: notice(
    'Only the person who asked can call a human here',
    'Ask me your own question, and you can under its answer.',
  ),
  unseen: notice(
    'Only you can see this answer',
    'A human who is called could not. Ask your question in the channel for everybody to see.',
  ),
  /** The bot may not write there, or not mention whom staff have named; `log` has the details. */
  impossible: notice(
    'I am not allowed to call anybody here',
    'The people who run me can change that. Ask in the channel instead.',
  ),
} as const satisfies Readonly<Record<string, Message>>;
