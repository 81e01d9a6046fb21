import { type Action, type Inline, type Message, strong } from '../../reply/index.ts';

/** What this room says itself, always to one person. */
function note(title: string, text: Inline): Message {
  return {
    kind: 'message',
    title: '',
    understood: null,
    blocks: [{ kind: 'text', content: title === '' ? text : [strong(title), ' ', text] }],
    assumptions: [],
    actions: [],
    sources: [],
    visibility: 'private',
  };
}

/** An answer could not be made or sent; the id finds the log line. */
export const apology = (id: string, code: string | null): Message =>
  code === 'ratelimited'
    ? note(
        'Slack is busy.',
        `It takes no more messages from me for a while; please ask again in a few minutes (${id}).`,
      )
    : note(
        'Something went wrong on my side.',
        `I could not answer this. Please try again; if it stays, report ${id}.`,
      );

export const forgottenButton = note(
  'This button is too old.',
  'I no longer know what it belongs to. Please ask again.',
);

export const notYourAnswer = note('', 'Only the person who asked and teaching staff can do this.');

/** To whoever deleted an answer. */
export const answerDeleted = (again: Action): Message => ({
  ...note('', 'The answer is deleted.'),
  actions: [again],
});

export const formTooLate = note(
  'The form did not open in time.',
  'Slack gives me three seconds for it. Please try again.',
);

export const sentDirectly = note('', 'The answer with its picture is in your direct messages with me.');

/** An answer that took longer than Slack keeps the way back to a command or a press open. */
export const lateAnswer = {
  text: 'This answer comes late, so it is a message of its own.',
  blocks: [],
} as const;

/** Twice begun, and each time the bot stopped before it was done. */
export const lostAnswer = note(
  'I lost your question.',
  'I was restarted while I worked on it and could not finish. Please ask again.',
);

/** A mention of whose files Slack tells nothing. */
export const filesUnseen = note(
  'I cannot see the file.',
  'Slack hands me files only in direct messages: send me the question with the file there.',
);

/** For the Home tab. */
export const waysToAsk = note(
  'Where to ask:',
  'mention me in a channel and I answer in the thread; write to me under Messages, with a file if you like; or choose “Answer this” from the menu of any message.',
);

/** Slack opens a form only at the press of a button or a command, not at a message. */
export const formOffer = (title: string, submit: string, message: Message['actions']): Message => ({
  ...note(title, `This takes a form. Press “${submit}” to open it.`),
  actions: message,
});
