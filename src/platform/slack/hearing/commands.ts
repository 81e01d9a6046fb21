import type { App } from '@slack/bolt';
import type { UnderWay } from '../../under-way.ts';
import type { Desk, House } from '../house.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { type Prepared, prepare, undertake } from '../inquiry/undertake.ts';
import { type Call, readSlash } from './intake.ts';
import { usageFor } from './usage.ts';

/** Slash commands: read, acknowledge, then work. The acknowledgement shows a public question to the channel. */
export function hearCommands(app: App, house: House, underWay: UnderWay): void {
  app.command(/^\//, async ({ ack, payload, client }) => {
    const call = readSlash(payload);
    const asked = inquiryOf(call);
    const desk = { ...house, client };
    const prepared = await prepareCall(call, asked, desk);
    const isPublic = prepared.task.kind === 'answer' && prepared.task.visibility === 'public';
    // Entered before it is acknowledged: whatever is acknowledged gets an answer.
    underWay.track(undertake(asked, () => prepared, desk));
    await ack(isPublic ? { response_type: 'in_channel' } : undefined);
    house.meter.acknowledged('slack', Date.now() - asked.askedAt);
  });
}

async function prepareCall(call: Call, asked: Inquiry, desk: Desk): Promise<Prepared> {
  const usage = usageFor(call, desk.commands);
  if (!usage) return await prepare(asked, call.trigger, desk);
  return { task: { kind: 'answer', visibility: 'private', work: () => usage }, trigger: null };
}

const inquiryOf = ({ team, channel, thread, user, command, text, trigger, responseUrl }: Call): Inquiry => ({
  id: `command:${trigger}`,
  askedAt: Date.now(),
  team,
  way: 'command',
  command,
  input: { kind: 'text', text },
  files: [],
  earlier: null,
  address: { kind: 'response', channel, thread, user, responseUrl },
});
