import type { Form } from '../../../reply/index.ts';
import { tell } from '../answer.ts';
import type { Desk } from '../house.ts';
import { formTooLate } from '../notes.ts';
import type { Place } from '../sending/outlet.ts';
import { formView } from './form.ts';
import type { Whereabouts } from './intake.ts';

interface Opening extends Whereabouts {
  /** Slack's permission to open a form: good once, for three seconds. */
  readonly trigger: string;
  readonly responseUrl: string;
}

/** Opens a form; where Slack no longer lets us, tells the asker. */
export async function openForm(form: Form, opening: Opening, place: Place, desk: Desk): Promise<void> {
  try {
    await desk.client.views.open({ trigger_id: opening.trigger, view: formView(form, opening) });
  } catch (error) {
    desk.log.warn({ err: error, command: form.command }, 'a form did not open');
    await tell(formTooLate, opening.user, place, desk);
  }
}
