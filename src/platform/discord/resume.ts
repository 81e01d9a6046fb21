import { RESTJSONErrorCodes } from 'discord.js';
import type { QuestionUnderWay } from '../state.ts';
import type { UnderWay } from '../under-way.ts';
import { aside, show } from './answer.ts';
import { type AskedByInteraction, askedSchema, invocationOf } from './asked.ts';
import { failureFacts, refusalCode } from './failure.ts';
import { hear } from './hear.ts';
import type { House } from './house.ts';
import { interactionPlace } from './interaction-place.ts';
import { ownText, placeOf } from './links.ts';
import { answerMessage } from './message.ts';
import { messagePlace } from './message-place.ts';
import { interrupted } from './notes.ts';
import { answerAsked, withoutForm } from './respond.ts';
import { lease, settle } from './unanswered.ts';

type Claimed = QuestionUnderWay & { readonly attempts: number };

/** How often a question is taken up before its asker gets an apology instead. */
const mostAttempts = 2;

/** Takes up what this or another instance left unanswered. */
export async function resume(house: House, underWay: UnderWay): Promise<void> {
  try {
    for (const question of await house.state.questions.claim('discord', lease)) {
      house.open.add(question.id);
      underWay.track(takeUp(question, house));
    }
  } catch (error) {
    house.log.error(failureFacts(error), 'unanswered questions could not be taken up');
  }
}

async function takeUp({ id, attempts, question }: Claimed, house: House): Promise<void> {
  const isLast = attempts > mostAttempts;
  try {
    const asked = askedSchema.parse(question);
    house.log.info({ attempts }, 'taking up an unanswered question');
    if (asked.kind === 'interaction') await interactionAgain(asked, isLast, house);
    else await messageAgain(asked, isLast, house);
  } catch (error) {
    house.log.error(failureFacts(error), 'an unanswered question could not be taken up');
  } finally {
    await settle(id, house);
  }
}

async function interactionAgain(asked: AskedByInteraction, isLast: boolean, house: House): Promise<void> {
  if (isLast) {
    const place = interactionPlace(asked, house);
    return await show(interrupted, aside(asked.asker, asked.community), place, house);
  }
  const invocation = invocationOf(asked, house.origins);
  await answerAsked(withoutForm(house.dispatcher.prepare(invocation), invocation), asked, house);
}

async function messageAgain(
  { channel, message: id }: { readonly channel: string; readonly message: string },
  isLast: boolean,
  house: House,
): Promise<void> {
  const where = await house.client.channels.fetch(channel);
  if (!where?.isTextBased()) return;
  const message = await where.messages.fetch(id).catch((error: unknown) => {
    if (refusalCode(error) === RESTJSONErrorCodes.UnknownMessage) return null;
    throw error;
  });
  if (!message) return;
  if (isLast) {
    const asking = aside(message.author.id, message.guildId);
    return await show(interrupted, asking, messagePlace(message, house), house);
  }
  const all = await house.state.answers.byQuestion(placeOf(channel), id);
  const kept = all.find(({ asker }) => asker === message.author.id)?.text ?? null;
  const heard = await hear(message, house, kept);
  if (heard && (kept === null || ownText(kept) !== heard.text)) await answerMessage(message, heard, house);
}
