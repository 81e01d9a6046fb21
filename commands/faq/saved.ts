import { type Services, storeAwayMessage } from '../../src/command/index.ts';
import { type Entry, refusalSentences, type Saved, StoreUnavailable } from '../../src/faq/index.ts';
import type { Action, Block, Message } from '../../src/reply/index.ts';
import { entryAction } from './entries.ts';
import type { Filled } from './form.ts';
import { message, text } from './message.ts';

interface Outcome {
  /** What was filled in: it comes back to whoever could not save it. */
  readonly filled: Filled;
  readonly services: Services;
  /** Opens the form with it again. */
  readonly again: Action;
  readonly editAction: (entry: Entry, label: string, filled: Filled) => Action;
}

/** What somebody hears who saved an entry, or tried to. Nothing that was typed is lost. */
export async function savedMessage(saved: Saved, outcome: Outcome): Promise<Message> {
  switch (saved.kind) {
    case 'saved': {
      const shown = await outcome.services.faq.show(saved.entry);
      return {
        ...shown,
        understood: `Saved as revision ${saved.entry.revision}. This is how it is shown:`,
        actions: [
          outcome.editAction(saved.entry, 'edit', {}),
          entryAction('faq history', saved.entry, 'history'),
        ],
        visibility: 'private',
      };
    }
    case 'conflict': {
      const { theirs } = saved;
      return message({
        title: 'Somebody else was faster',
        blocks: [
          ...refusalSentences(saved).map((sentence) => text(sentence)),
          { kind: 'heading', text: `Theirs, revision ${theirs.revision}` },
          asWritten(theirs.content.body),
          { kind: 'heading', text: 'Yours' },
          asWritten(saved.yours.body),
        ],
        actions: [
          outcome.editAction(theirs, 'start from theirs', {}),
          outcome.editAction(theirs, 'put yours over it', outcome.filled),
        ],
      });
    }
    case 'name-taken':
      return message({
        title: 'Not saved: the name is taken',
        blocks: refusalSentences(saved).map((sentence) => text(sentence)),
        actions: [outcome.again, entryAction('faq edit', saved.by, `edit ${saved.by.content.title}`)],
      });
    case 'invalid':
      return message({
        title: 'Not saved yet',
        blocks: [
          ...refusalSentences(saved).map((sentence) => text(sentence)),
          ...(outcome.filled.answer ? [asWritten(outcome.filled.answer)] : []),
        ],
        actions: [outcome.again],
      });
    case 'missing':
    case 'forbidden':
      return message({
        title: 'Not saved',
        blocks: [
          ...refusalSentences(saved).map((sentence) => text(sentence)),
          ...(outcome.filled.answer ? [asWritten(outcome.filled.answer)] : []),
        ],
      });
  }
}

/** Does `work`; while the database takes nothing, what was typed comes back with the reason. */
export async function orBack(
  { answer }: Filled,
  again: Action,
  work: () => Promise<Message>,
): Promise<Message> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    const told = storeAwayMessage(error.trouble);
    return { ...told, blocks: [...told.blocks, ...(answer ? [asWritten(answer)] : [])], actions: [again] };
  }
}

const asWritten = (markdown: string): Block => ({ kind: 'code', language: 'text', code: markdown });
