import type { types } from '@slack/bolt';
import { type Action, type Message, plain, strong } from '../../reply/index.ts';
import { slackLimits } from '../limits.ts';
import { bodyPieces, type Pictures } from './blocks/body.ts';
import { footPieces } from './blocks/foot.ts';
import { literal } from './blocks/mrkdwn.ts';
import { isEmpty, type Piece, paragraph, piece, quote } from './blocks/piece.ts';
import { questionPieces } from './blocks/question.ts';
import { weight } from './blocks/weight.ts';

/** One message as Slack takes it: blocks, and the same in words where blocks cannot be shown. */
export interface Rendered {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** What a rendering needs beside the message itself. */
export interface Surroundings {
  readonly pictures: Pictures;
  /** The keeper's id of an action. */
  readonly idOf: (action: Action) => string;
  /** What sends the pictures by direct message, where they cannot be shown here. */
  readonly elsewhere: Action | null;
  /** The question, in mrkdwn, where nothing else shows it. */
  readonly question?: string | null;
}

/**
 * What one answer may take of a channel before the rest becomes a file. A response URL then has a use left for an
 * apology.
 */
const most = slackLimits.responses - 2;

/** A message in Slack's blocks, in as many messages as Slack's limits make of it; nothing is left out. */
export function render(message: Message, surroundings: Surroundings): readonly Rendered[] {
  return pages([
    ...head(message, surroundings),
    ...body(message, surroundings),
    ...foot(message, surroundings),
  ]);
}

/** Whether an answer is so long that its whole text belongs in a file. */
export function isLong(rendered: readonly Rendered[]): boolean {
  return rendered.length > most;
}

/** The beginning of a long answer. */
export function renderBeginning(message: Message, surroundings: Surroundings): readonly Rendered[] {
  return pages([...head(message, surroundings), ...body(message, surroundings)]).slice(0, most - 1);
}

/** What ends a long answer; `rest` says where the whole is. */
export function renderEnd(message: Message, surroundings: Surroundings, rest: string): readonly Rendered[] {
  return pages([...quote(rest), ...foot(message, surroundings)]);
}

function head({ title, understood }: Message, { question = null }: Surroundings): readonly Piece[] {
  const text = plain(title);
  const header: types.HeaderBlock = { type: 'header', text: { type: 'plain_text', text, emoji: false } };
  return [
    ...questionPieces(question),
    ...(text.trim() === ''
      ? []
      : text.length <= slackLimits.header && !text.includes('\n')
        ? [piece(header, text)]
        : paragraph(strong(title))),
    ...(understood === null || isEmpty(understood) ? [] : paragraph(understood)),
  ];
}

const body = ({ blocks }: Message, { pictures }: Surroundings) => bodyPieces(blocks, pictures);

const foot = (message: Message, { idOf, elsewhere }: Surroundings) => footPieces(message, idOf, elsewhere);

function pages(pieces: readonly Piece[]): readonly Rendered[] {
  const filled: Piece[][] = [];
  let left = 0;
  for (const one of pieces) {
    const page = filled.at(-1);
    const needed = blockWeight(one.block);
    if (page && page.length < slackLimits.blocks && needed <= left) page.push(one);
    else {
      filled.push([one]);
      left = slackLimits.blocksTogether - 2;
    }
    left -= needed;
  }
  return filled.map((page) => ({
    text: fallback(page.map(({ text }) => text)),
    blocks: page.map(({ block }) => block),
  }));
}

/** Slack gives each block an id of its own, which its limit may count. */
const blockWeight = (block: types.KnownBlock) => weight(block) + ',"block_id":"12345"'.length + 1;

/** For notifications and old clients; the blocks hold all of it, so a long one may end early and say so. */
function fallback(texts: readonly string[]): string {
  const text = literal(texts.filter((one) => one !== '').join('\n')) || 'More to do with this answer';
  if (text.length <= slackLimits.fallback) return text;
  const whole = text.slice(0, slackLimits.fallback - 100).lastIndexOf('\n') + 1;
  const end = whole > 0 ? whole : text.slice(0, slackLimits.fallback - 100).lastIndexOf(' ') + 1;
  return `${text.slice(0, end)}… (the rest is in the message itself)`;
}
