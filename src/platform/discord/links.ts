import type { Invocation } from '../../command/index.ts';
import type { PlatformState } from '../state.ts';

/** Ids of messages are unique within their channel's place. */
export const placeOf = (channel: string): string => `discord/${channel}`;

/** The newest question of each person in a channel stands here, under the person's id. */
const newestOf = (channel: string): string => `discord/${channel}/newest`;

/** A question that somebody got an answer to, that everybody sees. */
export interface Answered {
  readonly channel: string;
  readonly question: string;
  readonly asker: string;
  readonly community: string | null;
  readonly text: string;
}

/** Remembers which messages answer a question, and that it is the asker's newest there. */
export async function link(answered: Answered, ids: readonly string[], state: PlatformState): Promise<void> {
  const { channel, ...question } = answered;
  if (ids.length === 0) return;
  for (const answer of ids) await state.answers.link({ ...question, place: placeOf(channel), answer });
  await state.answers.link({ ...question, place: newestOf(channel), answer: answered.asker });
}

/** Forgets messages that are gone, and the question where it is the asker's newest. */
export async function unlink(channel: string, ids: readonly string[], state: PlatformState): Promise<void> {
  for (const id of ids) {
    const gone = await state.answers.byAnswer(placeOf(channel), id);
    if (!gone) continue;
    await state.answers.forget(placeOf(channel), id);
    const newest = await state.answers.byAnswer(newestOf(channel), gone.asker);
    if (newest?.question === gone.question) await state.answers.forget(newestOf(channel), gone.asker);
  }
}

/** What an asker asked last in a channel, but for `question` itself; null where nothing is known. */
export async function newestBefore(
  { channel, asker, question }: Pick<Answered, 'channel' | 'asker' | 'question'>,
  state: PlatformState,
): Promise<string | null> {
  const newest = await state.answers.byAnswer(newestOf(channel), asker);
  return newest && newest.question !== question ? ownText(newest.text) : null;
}

/** Parts a question from those that it goes on from; nobody types it. */
const seam = '\u2029';

/** How many questions a follow-up remembers, its own included. */
const mostParts = 4;

export const chained = (earlier: string | null, text: string): string =>
  [...(earlier?.split(seam) ?? []), text.replaceAll(seam, '\n')].slice(-mostParts).join(seam);

/** The question alone, without those that it goes on from. */
export const ownText = (kept: string): string => kept.slice(kept.lastIndexOf(seam) + 1);

/** Those that it goes on from; null for a fresh one. */
export const before = (kept: string): string | null => {
  const at = kept.lastIndexOf(seam);
  return at < 0 ? null : kept.slice(0, at);
};

export const inWords = (kept: string): string => kept.replaceAll(seam, '\n');

/** A question in words: as typed, or its options after the free text. */
export function textOf({ command, input }: Pick<Invocation, 'command' | 'input'>): string {
  if (input.kind === 'text') return input.text;
  const { question, private: _, ...others } = input.values;
  const words = [
    ...(command === 'ask' || command === 'pool' ? [] : [command]),
    ...(question === undefined ? [] : [String(question)]),
    ...Object.entries(others).map(([name, value]) => `${name}=${String(value)}`),
  ];
  return words.join(' ');
}
