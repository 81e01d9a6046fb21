import type { Invocation, Task } from '../../../command/index.ts';
import type { Form } from '../../../reply/index.ts';
import { answer, guarded, repeat, tell } from '../answer.ts';
import { fetchFile } from '../hearing/files.ts';
import { openForm } from '../hearing/open-form.ts';
import type { Desk } from '../house.ts';
import { formOffer } from '../notes.ts';
import { type Inquiry, toInvocation } from './inquiry.ts';

/** What was read and permitted, and Slack's permission to open a form, where there is one. */
export interface Prepared {
  readonly task: Task;
  readonly trigger: string | null;
}

/** Reads a question and decides what is to be done. */
export async function prepare(asked: Inquiry, trigger: string | null, desk: Desk): Promise<Prepared> {
  return { task: desk.dispatcher.prepare(await invocationOf(asked, desk)), trigger };
}

async function invocationOf(asked: Inquiry, desk: Desk): Promise<Invocation> {
  const { team, address } = asked;
  const account = await desk.accounts.about(team);
  const standing = await desk.people.of({ team, user: address.user, client: desk.client, account });
  return toInvocation(asked, standing, (file) => fetchFile(file, desk));
}

/**
 * Answers a question once, however often it is delivered and to whichever instance, and when it is its turn. From here
 * on it is kept until it is answered, so that a restart does not lose it. Never throws.
 */
export async function undertake(
  asked: Inquiry,
  prepared: () => Promise<Prepared> | Prepared,
  desk: Desk,
): Promise<void> {
  await guarded(asked, desk, async () => {
    if (!(await desk.docket.enter(asked))) return desk.meter.duplicate('slack');
    try {
      await desk.dispatcher.turn();
      if (await desk.state.once(`slack ${asked.id}`)) await carryOut(asked, await prepared(), desk);
      else desk.meter.duplicate('slack');
    } finally {
      await desk.docket.strike(asked.id);
    }
  });
}

export async function carryOut(asked: Inquiry, { task, trigger }: Prepared, desk: Desk): Promise<void> {
  if (task.kind === 'answer') await answer(task, asked, desk);
  else if (trigger === null) await offerForm(task.form, asked, desk);
  else await openForm(task.form, trigger, asked, desk);
}

/** A message brings no permission to open a form; the button under this note does. */
async function offerForm({ title, submit }: Form, asked: Inquiry, desk: Desk): Promise<void> {
  const again = repeat(asked, desk);
  await tell(formOffer(title, submit, again ? [{ ...again, label: submit }] : []), asked, desk);
}
