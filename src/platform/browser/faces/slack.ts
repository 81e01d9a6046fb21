import type { types } from '@slack/bolt';
import type { Message } from '../../../reply/index.ts';
import { slackLimits } from '../../limits.ts';
import { type Rendered, render } from '../../slack/index.ts';
import { type Face, type FaceMessage, type Part, plainRun, type Run, type Size } from './face.ts';
import { readMrkdwn } from './mrkdwn.ts';

type RichElement = types.RichTextBlock['elements'][number];
type Cell = types.TableBlock['rows'][number][number];

/** A reply as Slack shows it. `hrefs`: where the page finds its pictures, in their order; null for one not drawn. */
export function slackFace(message: Message, hrefs: readonly (string | null)[]): Face {
  let id = 0;
  const rendered = render(message, {
    pictures: (index) =>
      hrefs[index] ? { kind: 'file', id: `F${index}` } : { kind: 'none', reason: 'it could not be drawn' },
    idOf: () => `button-${++id}`,
    elsewhere: null,
  });
  const hrefOf = (file: string) => hrefs[Number(file.slice(1))] ?? '';
  return { platform: 'Slack', messages: rendered.map((one) => faceMessage(one, hrefOf)) };
}

function faceMessage({ text, blocks }: Rendered, hrefOf: (file: string) => string): FaceMessage {
  return {
    parts: blocks.flatMap((block) => parts(block, hrefOf)),
    sizes: sizesOf({ text, blocks }),
    payload: JSON.stringify({ text, blocks }, null, 2),
  };
}

function parts(block: types.KnownBlock, hrefOf: (file: string) => string): readonly Part[] {
  switch (block.type) {
    case 'header':
      return [{ kind: 'heading', level: 2, runs: [plainRun(block.text.text)] }];
    case 'rich_text':
      return block.elements.map(richPart);
    case 'context':
      return block.elements.flatMap((element) =>
        'text' in element
          ? [{ kind: 'paragraph', small: true, runs: readMrkdwn(element.text) } as const]
          : [],
      );
    case 'image': {
      const file = 'slack_file' in block && 'id' in block.slack_file ? block.slack_file.id : '';
      return [{ kind: 'picture', href: hrefOf(file), alt: block.alt_text }];
    }
    case 'table': {
      const align = (block.column_settings ?? []).map((column) =>
        column?.align === 'right' ? 'right' : 'left',
      );
      return [{ kind: 'table', rows: block.rows.map((row) => row.map(cellRuns)), align }];
    }
    case 'actions': {
      const labels = block.elements.flatMap((element) =>
        element.type === 'button' ? [element.text.text] : [],
      );
      return [{ kind: 'buttons', labels }];
    }
    default:
      return [{ kind: 'code', text: JSON.stringify(block, null, 2) }];
  }
}

function richPart(element: RichElement): Part {
  switch (element.type) {
    case 'rich_text_section':
      return { kind: 'paragraph', small: false, runs: element.elements.map(richRun) };
    case 'rich_text_quote':
      return {
        kind: 'quote',
        parts: [{ kind: 'paragraph', small: false, runs: element.elements.map(richRun) }],
      };
    case 'rich_text_preformatted':
      return { kind: 'code', text: element.elements.map(({ text }) => text ?? '').join('') };
    case 'rich_text_list': {
      const items = element.elements.map((item) => [richPart(item)]);
      return { kind: 'list', ordered: element.style === 'ordered', start: 1, items };
    }
  }
}

function richRun(element: types.RichTextElement): Run {
  if (element.type !== 'text' && element.type !== 'link') return plainRun(JSON.stringify(element));
  const { bold, italic, strike, code } = element.style ?? {};
  return {
    text: element.text ?? (element.type === 'link' ? element.url : ''),
    marks: [
      ...(bold ? (['strong'] as const) : []),
      ...(italic ? (['emphasis'] as const) : []),
      ...(strike ? (['strike'] as const) : []),
      ...(code ? (['code'] as const) : []),
    ],
    href: element.type === 'link' ? element.url : null,
  };
}

function cellRuns(cell: Cell): readonly Run[] {
  if (cell.type === 'raw_text') return [plainRun(cell.text)];
  if (cell.type !== 'rich_text') return [plainRun(JSON.stringify(cell))];
  return cell.elements.flatMap((element) =>
    element.type === 'rich_text_section' ? element.elements.map(richRun) : [],
  );
}

function sizesOf({ text, blocks }: Rendered): readonly Size[] {
  return [
    { of: 'blocks', used: blocks.length, most: slackLimits.blocks },
    { of: 'characters of blocks', used: JSON.stringify(blocks).length, most: slackLimits.blocksTogether },
    { of: 'characters of the notification', used: text.length, most: slackLimits.fallback },
  ];
}
