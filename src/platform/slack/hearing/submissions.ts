import type { App } from '@slack/bolt';
import type { UnderWay } from '../../under-way.ts';
import type { House } from '../house.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { prepare, undertake } from '../inquiry/undertake.ts';
import { formCallback, formView, readSubmission, type Submission } from './form.ts';

/** Sent forms: what was filled in comes back as the options of the form's command. */
export function hearSubmissions(app: App, house: House, underWay: UnderWay): void {
  app.view(new RegExp(`^${formCallback}`), async ({ ack, body, client }) => {
    if (body.type !== 'view_submission') return ack();
    const sent = readSubmission(body);
    const asked = inquiryOf(sent);
    const desk = { ...house, client };
    const prepared = await prepare(asked, null, desk);
    if (prepared.task.kind === 'form')
      return ack({ response_action: 'update', view: formView(prepared.task.form, sent) });
    underWay.track(undertake(asked, () => prepared, desk));
    await ack();
    house.meter.acknowledged('slack', Date.now() - asked.askedAt);
  });
}

const inquiryOf = (sent: Submission): Inquiry => ({
  id: `form:${sent.id}`,
  askedAt: Date.now(),
  team: sent.team,
  way: 'command',
  command: sent.command,
  input: { kind: 'options', values: sent.values },
  files: [],
  earlier: null,
  address: {
    kind: 'response',
    channel: sent.channel,
    thread: sent.thread,
    user: sent.user,
    responseUrl: sent.responseUrl,
  },
});
