import type { types } from '@slack/bolt';
import { type Action, type Inline, link, type Message, plain } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';
import { gather } from './cut.ts';
import { mrkdwn } from './mrkdwn.ts';
import { type Piece, paragraph, piece } from './piece.ts';

/** What stands under an answer: what was assumed, where it is documented, and the buttons. */
export function footPieces(
  { assumptions, sources, actions }: Pick<Message, 'assumptions' | 'sources' | 'actions'>,
  idOf: (action: Action) => string,
  elsewhere: Action | null = null,
): readonly Piece[] {
  const buttons = actions.map((action, at) => button(`${answerButton}:${at}`, action, idOf));
  const direct = elsewhere ? [button(`${directButton}:0`, elsewhere, idOf)] : [];
  return [
    ...contexts(assumptions.map((assumption) => ['Assumed: ', assumption])),
    ...contexts(sources.map(({ label, href }) => link(label, href))),
    ...buttonRows([...buttons, ...direct]),
  ];
}

/** How the `action_id` of a button begins whose press changes the answer, and of one that sends it elsewhere. */
const answerButton = 'answer';
export const directButton = 'direct';

/** Small grey lines. One too long for an element is an ordinary paragraph. */
function contexts(lines: readonly Inline[]): readonly Piece[] {
  if (lines.some((line) => mrkdwn(line).length > slackLimits.text)) return lines.flatMap(paragraph);
  return gather(lines, (line) => mrkdwn(line).length + 1).map((run) =>
    piece(
      {
        type: 'context',
        elements: [{ type: 'mrkdwn', text: run.map(mrkdwn).join('\n'), verbatim: true }],
      },
      run.map(plain).join('\n'),
    ),
  );
}

function button(id: string, action: Action, idOf: (action: Action) => string): types.Button {
  const text = shortened(action.label, slackLimits.buttonText);
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text, emoji: false },
    value: idOf(action),
  };
}

function buttonRows(buttons: readonly types.Button[]): readonly Piece[] {
  const rows: Piece[] = [];
  for (let at = 0; at < buttons.length; at += slackLimits.actionsElements) {
    const elements = buttons.slice(at, at + slackLimits.actionsElements);
    rows.push(piece({ type: 'actions', elements }, ''));
  }
  return rows;
}

/** Labels only: the cut shows. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
