import { type Action, code, type Inline, type Message, strong } from '../../reply/index.ts';

/** What this room says itself, to one person. */
const note = (content: Inline, actions: readonly Action[] = []): Message => ({
  kind: 'message',
  title: '',
  understood: null,
  blocks: [{ kind: 'text', content }],
  assumptions: [],
  actions,
  sources: [],
  visibility: 'private',
});

/** An answer could not be made or sent; under the id the log has the whole. */
export const apology = (fault: string): Message =>
  note([
    strong('That went wrong on my side.'),
    ' Please ask once more; if it stays so, the people who run me find it under ',
    code(fault),
    '.',
  ]);

export const unknownButton = note('I no longer know what this button belongs to. Please ask again.');

export const notYours = note('Only the person who asked, or a moderator, can delete this answer.');

/** Discord opens a form at a command or a button, not at a message. */
export const formOffer = (title: string, open: Action): Message =>
  note([strong(title), ' takes a form: press the button to open it.'], [open]);

/** Instead of silence when Discord has closed a command after fifteen minutes. */
export const lateNote = (user: string, isShown: boolean): string =>
  isShown
    ? `<@${user}>, this took longer than Discord keeps a command open, so the answer comes as a message:`
    : `<@${user}>, this took longer than Discord keeps a command open, so your private answer is lost. Please ask again.`;

/** After two interrupted attempts at one question. */
export const interrupted = note([
  strong('I was interrupted while answering.'),
  ' Please ask once more; your question was not at fault.',
]);

export const nothingToRead = note('There is no text or file in that message that I could read.');

/** To whoever deleted an answer. */
export const deletedNote = (again: Action): Message => note('The answer is deleted.', [again]);

export const notYoursToRestore = note(
  'Only the person who asked, or a moderator, can bring this answer back.',
);

/** Where an app may send no more messages. */
export const restNote = (left: number): string =>
  `${left} more messages belong here, which Discord does not let me send in this server. Ask me in a direct message to see them.`;

/** Files that may not be sent, and who can change that. */
export const filesRefused = (names: readonly string[]): string =>
  `I may not attach files here, so ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} left out. Ask me in a direct message, or have me given the permission Attach Files.`;
