import type { Form } from '../../../reply/index.ts';
import { tell } from '../answer.ts';
import type { Desk } from '../house.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { formTooLate } from '../notes.ts';
import { formView } from './form.ts';

/** Opens a form, by a trigger that is good once and for three seconds; where it is not any more, tells the asker. */
export async function openForm(form: Form, trigger: string, asked: Inquiry, desk: Desk): Promise<void> {
  const { team, address } = asked;
  const { channel, thread } = address;
  const responseUrl = 'responseUrl' in address ? (address.responseUrl ?? '') : '';
  try {
    const view = formView(form, { team, channel, thread, responseUrl });
    await desk.client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    desk.log.warn({ err: error, command: form.command }, 'a form did not open');
    await tell(formTooLate, asked, desk);
  }
}
