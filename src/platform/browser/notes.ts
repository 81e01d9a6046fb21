import { code, type Inline, type Message, strong } from '../../reply/index.ts';

/** What this room says itself, always to one person. */
const note = (content: Inline): Message => ({
  kind: 'message',
  title: '',
  understood: null,
  blocks: [{ kind: 'text', content }],
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'private',
});

export const apology = (fault: string): Message =>
  note([
    strong('That went wrong on my side.'),
    ' Please ask once more; if it stays so, whoever runs me finds it in the log under ',
    code(fault),
    '.',
  ]);

export const unknownButton = note('I no longer know what this button belongs to. Please ask again.');

export const nobodyHere = note(
  'There is nobody else on this page. In a course chat this button calls the person or group whom the staff have named.',
);
