import { type Invocation, type Services, UserError } from '../../src/command/index.ts';
import type { Entry } from '../../src/faq/index.ts';
import type { Action, Message } from '../../src/reply/index.ts';
import { message, text } from './message.ts';

/** The server or workspace whose entries a call is about. Throws a `UserError` in a direct message. */
export function communityOf({ community, command }: Invocation): string {
  if (community === null) throw new UserError({ code: 'no-community', command });
  return community;
}

const mostNear = 5;

/** Does `work` with the entry that somebody named; otherwise offers the nearest ones for the same command. */
export async function withEntry(
  name: string,
  invocation: Invocation,
  { faq }: Services,
  work: (entry: Entry, community: string) => Message | Promise<Message>,
): Promise<Message> {
  const community = communityOf(invocation);
  const entry = await faq.find(community, name);
  if (entry) return work(entry, community);
  const near = await faq.search(community, name, mostNear);
  return message({
    title: near.length > 0 ? `No entry is called "${name}"` : `I found no entry for "${name}"`,
    blocks: [
      near.length > 0
        ? text('These come nearest:')
        : text('Nothing comes near. ', 'The list of all entries may help.'),
    ],
    actions:
      near.length > 0
        ? near.map((hit) => entryAction(invocation.command, hit.entry))
        : [{ kind: 'ask', label: 'all entries', command: 'faq list', options: {} }],
  });
}

/** A button that runs a command on an entry. */
export const entryAction = (command: string, { id, content }: Entry, label = content.title): Action => ({
  kind: 'ask',
  label,
  command,
  options: { question: id },
});
