import type { App } from '@slack/bolt';
import type { UnderWay } from '../../under-way.ts';
import type { Desk, House } from '../house.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { type Prepared, prepare, undertake } from '../inquiry/undertake.ts';
import { type Call, readSlash } from './intake.ts';
import { usageFor } from './usage.ts';

/**
 * Slash commands: acknowledged as soon as they are on the docket, then read and answered. A public answer shows the
 * question, since the acknowledgement comes too early to know whether the channel may see it.
 */
export function hearCommands(app: App, house: House, underWay: UnderWay): void {
  app.command(/^\//, async ({ ack, payload, client }) => {
    house.dispatcher.heard();
    const call = readSlash(payload);
    const asked = inquiryOf(call);
    const desk = { ...house, client };
    // Entered before it is acknowledged: whatever is acknowledged gets an answer.
    underWay.track(undertake(asked, () => prepareCall(call, asked, desk), desk));
    await ack();
    house.meter.acknowledged('slack', Date.now() - asked.askedAt);
  });
}

async function prepareCall(call: Call, asked: Inquiry, desk: Desk): Promise<Prepared> {
  const usage = usageFor(call, desk.commands);
  if (!usage) return await prepare(asked, call.trigger, desk);
  return { task: { kind: 'answer', visibility: 'private', work: () => usage }, trigger: null };
}

const inquiryOf = ({
  team,
  channel,
  thread,
  user,
  command,
  text,
  question,
  trigger,
  responseUrl,
}: Call): Inquiry => ({
  id: `command:${trigger}`,
  askedAt: Date.now(),
  team,
  way: 'command',
  command,
  input: { kind: 'text', text },
  files: [],
  earlier: null,
  question,
  address: { kind: 'response', channel, thread, user, responseUrl },
});
