import type { App } from '@slack/bolt';
import type { Action } from '../../../reply/index.ts';
import type { UnderWay } from '../../under-way.ts';
import { answer, guarded, tell } from '../answer.ts';
import { directButton } from '../blocks/foot.ts';
import type { Desk, House } from '../house.ts';
import { forgottenButton, notYourAnswer, sentDirectly } from '../notes.ts';
import { directOutlet, responsePlace } from '../sending/outlet.ts';
import { replacePlace, takeBack } from '../sending/replace.ts';
import { toInvocation } from './intake.ts';
import { openForm } from './open-form.ts';
import { type Press, readPress } from './press.ts';

/** Buttons. The asker's press changes the answer; anybody else gets an answer of their own, privately. */
export function hearPresses(app: App, house: House, underWay: UnderWay): void {
  app.action(/./, async ({ ack, body, client }) => {
    const press = readPress(body);
    if (!press) return ack();
    const desk = { ...house, client };
    underWay.track(guarded('press', responsePlace(press), desk, () => act(press, ack, desk)));
  });
}

async function act(press: Press, ack: () => Promise<void>, desk: Desk): Promise<void> {
  const kept = await desk.keeper.find(press.id);
  const own = responsePlace(press);
  const isAsker = kept?.asker === press.user;
  if (kept?.action.kind === 'ask') return askAgain(kept.action, isAsker, press, ack, desk);
  await ack();
  if (!kept) return tell(forgottenButton, press.user, own, desk);
  if (!isAsker) return tell(notYourAnswer, press.user, own, desk);
  await takeBack(press, desk);
}

async function askAgain(
  { command, options }: Extract<Action, { kind: 'ask' }>,
  isAsker: boolean,
  press: Press,
  ack: () => Promise<void>,
  desk: Desk,
): Promise<void> {
  const invocation = toInvocation(press, command, { kind: 'options', values: options });
  const task = desk.dispatcher.prepare(invocation);
  await ack();
  const own = responsePlace(press);
  if (task.kind === 'form') return openForm(task.form, press, own, desk);
  if (press.actionId.startsWith(directButton)) {
    await answer(task, invocation, () => directOutlet(desk.client, press.user), desk);
    return tell(sentDirectly, press.user, own, desk);
  }
  await answer(task, invocation, isAsker ? replacePlace(press, desk) : () => own('private'), desk);
}
