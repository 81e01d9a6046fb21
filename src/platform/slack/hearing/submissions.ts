import type { App } from '@slack/bolt';
import type { UnderWay } from '../../under-way.ts';
import { answer } from '../answer.ts';
import type { House } from '../house.ts';
import { responsePlace } from '../sending/outlet.ts';
import { formCallback, formView, readSubmission } from './form.ts';
import { toInvocation } from './intake.ts';

/** Sent forms: what was filled in comes back as the options of the form's command. */
export function hearSubmissions(app: App, house: House, underWay: UnderWay): void {
  app.view(new RegExp(`^${formCallback}`), async ({ ack, body, client }) => {
    if (body.type !== 'view_submission') return ack();
    const sent = readSubmission(body);
    const invocation = toInvocation(sent, sent.command, { kind: 'options', values: sent.values });
    const task = house.dispatcher.prepare(invocation);
    if (task.kind === 'form') return ack({ response_action: 'update', view: formView(task.form, sent) });
    await ack();
    const place = responsePlace(sent);
    underWay.track(answer(task, invocation, place, { ...house, client }));
  });
}
