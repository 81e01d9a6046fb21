import type { UnderWay } from '../../under-way.ts';
import { tell } from '../answer.ts';
import type { House } from '../house.ts';
import { lostAnswer } from '../notes.ts';
import { inquiry } from './inquiry.ts';
import { carryOut, prepare } from './undertake.ts';

/** How often (ms) an instance looks for questions that another one left. */
const interval = 15_000;
const mostAttempts = 2;

/** Takes up what an instance that died left unanswered, now and from time to time. Gives what ends it. */
export function resumeQuestions(house: House, underWay: UnderWay): () => void {
  const look = () => underWay.track(takeOver(house));
  look();
  const timer = setInterval(look, interval).unref();
  return () => clearInterval(timer);
}

async function takeOver(house: House): Promise<void> {
  const { docket, log } = house;
  try {
    const left = await docket.takeOver();
    await Promise.all(left.map((claimed) => finish(claimed, house)));
  } catch (error) {
    log.warn({ err: error }, 'could not look for questions left unanswered');
  }
}

async function finish(
  claimed: Awaited<ReturnType<House['docket']['takeOver']>>[number],
  house: House,
): Promise<void> {
  const { docket, accounts, log } = house;
  try {
    const asked = inquiry.parse(claimed.question);
    const desk = { ...house, client: await accounts.client(asked.team) };
    if (claimed.attempts > mostAttempts) await tell(lostAnswer, asked, desk);
    else await carryOut(asked, await prepare(asked, null, desk), desk);
  } catch (error) {
    log.error({ err: error }, 'a question left unanswered could not be taken up');
  } finally {
    await docket.strike(claimed.id);
  }
}
