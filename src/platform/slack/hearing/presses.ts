import type { App } from '@slack/bolt';
import type { Action } from '../../../reply/index.ts';
import type { UnderWay } from '../../under-way.ts';
import { guarded, tell } from '../answer.ts';
import { directButton } from '../blocks/foot.ts';
import type { Desk, House } from '../house.ts';
import type { Address } from '../inquiry/address.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { forgetAnswers } from '../inquiry/links.ts';
import { prepare, undertake } from '../inquiry/undertake.ts';
import { forgottenButton, notYourAnswer, sentDirectly } from '../notes.ts';
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
  if (kept.action.kind === 'ask') await askAgain(kept.action, owns, press, desk);
  else if (owns) await remove(press, desk);
  else await tell(notYourAnswer, noteTo(press), desk);
}

async function isStaff({ team, user }: Press, { people, accounts, client }: Desk): Promise<boolean> {
  return (await people.of({ team, user, client, account: await accounts.about(team) })).staff;
}

async function remove(press: Press, desk: Desk): Promise<void> {
  await respond(press.responseUrl, { delete_original: true });
  await takeBack(press.trail, press.channel, desk);
  await forgetAnswers(press, [press.ts, ...press.trail], desk.state.answers);
}

async function askAgain(
  { command, options, to }: Extract<Action, { kind: 'ask' }>,
  owns: boolean,
  press: Press,
  desk: Desk,
): Promise<void> {
  const isDirect = press.actionId.startsWith(directButton);
  const asked: Inquiry = {
    id: `press:${press.trigger}`,
    askedAt: Date.now(),
    team: press.team,
    way: 'command',
    command,
    input: { kind: 'options', values: options },
    files: [],
    earlier: null,
    isPrivate: !owns,
    address: isDirect
      ? directly(press)
      : owns
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
