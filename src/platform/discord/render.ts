import type { Action, Inline, Message } from '../../reply/index.ts';
import { discordLimits } from '../limits.ts';
import { renderText } from '../text/index.ts';
import { blockPieces, longestText, oneLine, type Pictures, shortened, textPieces } from './blocks.ts';
import { type Page, page } from './components.ts';
import { markdown } from './markdown.ts';
import { filesRefused } from './notes.ts';
import { pack } from './pack.ts';
import type { Piece } from './piece.ts';

/** Text that takes more messages than this is not posted: the whole goes into a file under its beginning. */
const mostMessages = 3;

/** Rows of buttons on the first message; any others come last. */
const footRows = 5;

export interface Surroundings {
  readonly pictures: Pictures;
  /** Whether files may be sent along, as they may unless this says no. */
  readonly mayAttach?: boolean;
  /** The id under which a press of the action's button comes back. */
  readonly button: (action: Action) => string;
}

/**
 * An answer as the messages to post, in order; one nearly always. It is made of Discord's components (v2) rather than
 * an embed: they take the whole width (tables), keep pictures in the order of reading, need no permission to embed,
 * are seen by people who switched embeds off, and no link in them is unfurled.
 */
export function render(
  message: Message,
  { pictures, mayAttach = true, button }: Surroundings,
): readonly Page[] {
  const pieces = [
    ...head(message),
    ...blockPieces(message.blocks, pictures),
    ...message.assumptions.flatMap((one) => textPieces(['Assumed: ', one], '-# ')),
    ...sources(message),
  ];
  const buttons = rows(message.actions, button);
  const foot = buttons.slice(0, footRows);
  const isLong = pack(pieces.filter(isText), foot).length > mostMessages;
  const whole = isLong ? abridged(pieces, message) : pieces;
  const body = mayAttach ? whole : withoutFiles(whole, message);
  return pack([...body, ...buttons.slice(footRows)], foot).map(page);
}

/** The same in words alone, with what is missing named. */
function withoutFiles(pieces: readonly Piece[], { blocks }: Message): readonly Piece[] {
  const files = pieces.flatMap((piece) => ('file' in piece ? [piece.file.name] : []));
  const pictures = blocks.filter(({ kind }) => kind === 'picture').length;
  const missing = [
    ...(pictures === 0 ? [] : [pictures === 1 ? 'a picture' : `${pictures} pictures`]),
    ...files,
  ];
  const text = pieces.filter((piece) => !('file' in piece));
  return missing.length === 0 ? text : [...text, ...textPieces(filesRefused(missing))];
}

const isText = ({ kind }: Piece): boolean => kind === 'text' || kind === 'notice';

function head({ title, understood }: Message): readonly Piece[] {
  const heading = oneLine(markdown(title));
  return [
    ...(Buffer.byteLength(heading) > longestText ? textPieces(title) : titlePiece(heading)),
    ...(understood === null ? [] : textPieces(understood)),
  ];
}

const titlePiece = (heading: string): readonly Piece[] =>
  heading === '' ? [] : [{ kind: 'text', text: `## ${heading}`, tight: true }];

function sources({ sources }: Message): readonly Piece[] {
  const links = sources.flatMap(({ label, href }, at): Inline[] => [
    ...(at === 0 ? [] : [' · ']),
    { mark: 'link', content: label, href },
  ]);
  return links.length === 0
    ? []
    : textPieces([sources.length === 1 ? 'Source: ' : 'Sources: ', links], '-# ');
}

function rows(actions: readonly Action[], button: (action: Action) => string): readonly Piece[] {
  const buttons = actions.map((action) => ({
    id: button(action),
    label: shortened(action.label, discordLimits.buttonLabel),
  }));
  const rows: Piece[] = [];
  for (let from = 0; from < buttons.length; from += discordLimits.rowButtons)
    rows.push({ kind: 'buttons', buttons: buttons.slice(from, from + discordLimits.rowButtons) });
  return rows;
}

/** The beginning, a file that holds all of the text, and the pictures and other files after it. */
function abridged(pieces: readonly Piece[], message: Message): readonly Piece[] {
  const name = 'answer.txt';
  const reserve: Piece = { kind: 'text', text: ' '.repeat(longestText), tight: false };
  const [beginning = []] = pack(pieces.filter(isText), [reserve]);
  const rest: Piece[] = [
    { kind: 'text', text: markdown(`This is only the beginning; the whole is in ${name}.`), tight: false },
    { kind: 'file', file: { name, description: null, bytes: Buffer.from(`${renderText(message)}\n`) } },
  ];
  return [...beginning.slice(0, -1), ...rest, ...pieces.filter((piece) => 'file' in piece)];
}
