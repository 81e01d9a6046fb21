import { failureFacts } from './failure.ts';
import type { House } from './house.ts';

/** Whether an event comes for the first time; a store that is away does not keep anybody waiting for an answer. */
export async function isNew(event: string, { state, log }: House): Promise<boolean> {
  try {
    return await state.once(`discord ${event}`);
  } catch (error) {
    log.error(failureFacts(error), 'cannot tell whether an event was seen before');
    return true;
  }
}
