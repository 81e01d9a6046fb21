import { failureFacts } from './failure.ts';
import type { House } from './house.ts';

/** How long (ms) a question is its instance's own: far longer than an answer takes. */
export const lease = 60_000;

/** Does the work of a question that outlives this process: whoever claims it later answers it or apologises. */
export async function untilAnswered(
  question: { readonly id: string; readonly community: string | null; readonly question: unknown },
  acknowledge: () => Promise<unknown>,
  work: () => Promise<void>,
  house: House,
): Promise<void> {
  house.open.add(question.id);
  // Beside the acknowledgement, which must not wait for a store.
  const accepted = house.state.questions
    .accept({ ...question, platform: 'discord' }, lease)
    .catch((error: unknown) => house.log.error(failureFacts(error), 'a question could not be kept'));
  try {
    await acknowledge();
    await accepted;
    await work();
  } finally {
    await accepted;
    await settle(question.id, house);
  }
}

/** There is an answer, or nobody waits for one. What a stop has handed back is no longer this instance's. */
export async function settle(id: string, { open, state, log }: House): Promise<void> {
  if (!open.delete(id)) return;
  try {
    await state.questions.answered(id);
  } catch (error) {
    log.error(failureFacts(error), 'an answered question is still kept');
  }
}

/** Gives up what is still under way, for another instance or the next start. */
export async function handBack({ open, state, log }: House): Promise<void> {
  const ids = [...open];
  open.clear();
  if (ids.length === 0) return;
  log.warn({ unfinished: ids.length }, 'stopped with Discord questions unanswered; they are handed back');
  try {
    await state.questions.handBack(ids);
  } catch (error) {
    log.error(failureFacts(error), 'unanswered questions could not be handed back');
  }
}
