import type { App } from '@slack/bolt';
import type { AskAction } from '../../../reply/index.ts';
import type { UnderWay } from '../../under-way.ts';
import { guarded, tell } from '../answer.ts';
import { directButton } from '../blocks/foot.ts';
import type { Desk, House } from '../house.ts';
import type { Address } from '../inquiry/address.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { forgetAnswers } from '../inquiry/links.ts';
import { prepare, undertake } from '../inquiry/undertake.ts';
import { answerDeleted, forgottenButton, notYourAnswer, sentDirectly } from '../notes.ts';
import { deliver } from '../sending/deliver.ts';
import { placeOf } from '../sending/place.ts';
import { takeBack } from '../sending/replace.ts';
import { respond } from '../sending/respond.ts';
import { callHuman } from './call.ts';
import { type Press, readPress } from './press.ts';

/** Buttons. The asker's press, or staff's, changes the answer; anybody else gets one of their own, privately. */
export function hearPresses(app: App, house: House, underWay: UnderWay): void {
  app.action(/./, async ({ ack, body, client }) => {
    const press = readPress(body);
    await ack();
    if (!press) return;
    const desk = { ...house, client };
    underWay.track(guarded(noteTo(press), desk, () => act(press, desk)));
  });
}

async function act(press: Press, desk: Desk): Promise<void> {
  const kept = await desk.state.actions.find(press.id);
  if (!kept || kept.community !== press.team) return tell(forgottenButton, noteTo(press), desk);
  if (kept.action.kind === 'call') {
    const { about = null } = kept.action;
    return tell(await callHuman({ about, asker: kept.asker }, press, desk), noteTo(press), desk);
  }
  const owns = kept.asker === press.user || (await isStaff(press, desk));
  if (kept.action.kind === 'ask' && !press.restores)
    await askAgain(kept.action, owns ? kept.asker : null, press, desk);
  else if (!owns) await tell(notYourAnswer, noteTo(press), desk);
  else if (kept.action.kind === 'ask') await restore(kept.action, kept.asker, press, desk);
  else await remove(kept.asker, kept.action.again ?? null, press, desk);
}

async function isStaff({ team, user }: Press, { people, accounts, client }: Desk): Promise<boolean> {
  return (await people.of({ team, user, client, account: await accounts.about(team) })).staff;
}

/** Takes an answer away; whoever did is offered to undo it. */
async function remove(asker: string, again: AskAction | null, press: Press, desk: Desk): Promise<void> {
  await respond(press.responseUrl, { delete_original: true });
  await takeBack(press.trail, press.channel, desk);
  await forgetAnswers(press, [press.ts, ...press.trail], desk.state.answers);
  if (again === null || press.isEphemeral) return;
  const outlet = placeOf(beside(press), desk)('private');
  const note = { message: answerDeleted(again), about: null, again: null, restores: true };
  await deliver({ ...note, outlet, asker, community: press.team }, desk);
}

/** Answers again for everybody to see, as the answer of who asked first, whoever brings it back. */
async function restore(
  { command, options, to }: AskAction,
  asker: string,
  press: Press,
  desk: Desk,
): Promise<void> {
  const asked: Inquiry = {
    ...inquiryOf(press),
    command,
    input: { kind: 'options', values: options },
    asker,
    address: to === undefined ? beside(press) : replyTo(to, press),
  };
  const prepared = await prepare(asked, press.trigger, desk);
  await undertake(asked, () => prepared, desk);
}

const inquiryOf = ({ team, trigger }: Press) => ({
  id: `press:${trigger}`,
  askedAt: Date.now(),
  team,
  way: 'command' as const,
  files: [],
  earlier: null,
});

async function askAgain(
  { command, options, to }: AskAction,
  /** Whose answer it stays; null where it becomes the presser's own. */
  asker: string | null,
  press: Press,
  desk: Desk,
): Promise<void> {
  const isDirect = press.actionId.startsWith(directButton);
  const asked: Inquiry = {
    ...inquiryOf(press),
    command,
    input: { kind: 'options', values: options },
    ...(asker === null ? { isPrivate: true } : { asker }),
    ...(press.question === null ? {} : { question: press.question }),
    address: isDirect
      ? directly(press)
      : asker !== null
        ? to === undefined
          ? inPlace(press)
          : replyTo(to, press)
        : beside(press),
  };
  const prepared = await prepare(asked, press.trigger, desk);
  await undertake(asked, () => prepared, desk);
  if (isDirect && prepared.task.kind === 'answer') await tell(sentDirectly, noteTo(press), desk);
}

const beside = ({ channel, thread, user, responseUrl }: Press): Address => ({
  kind: 'response',
  channel,
  thread,
  user,
  responseUrl,
});

/** To the message that the answer is for, for everybody to see. */
const replyTo = (ts: string, { channel, thread, user, responseUrl }: Press): Address => ({
  kind: 'reply',
  channel,
  thread,
  user,
  ts,
  responseUrl,
});

const directly = ({ channel, thread, user }: Press): Address => ({ kind: 'direct', channel, thread, user });

const inPlace = ({ channel, thread, user, ts, responseUrl, isEphemeral, trail }: Press): Address => ({
  kind: 'replace',
  channel,
  thread,
  user,
  ts,
  responseUrl,
  isEphemeral,
  trail: [...trail],
});

const noteTo = (press: Press) => ({ command: 'press', team: press.team, address: beside(press) });
