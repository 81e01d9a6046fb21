import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Part, Run } from './face.ts';

/** What CommonMark knows and Discord does not. */
const unknownToDiscord = [
  'setextUnderline',
  'thematicBreak',
  'htmlFlow',
  'htmlText',
  'definition',
  'labelStartImage',
  'codeIndented',
  'characterReference',
];

/**
 * Discord's Markdown as it shows it. It is CommonMark with some things missing, every line end kept, and small print
 * behind `-# ` (Discord's help page "Markdown Text 101").
 */
export function readMarkdown(text: string): readonly Part[] {
  return stretches(text).flatMap(({ source, small }) =>
    small
      ? [{ kind: 'paragraph', small, runs: tree(source).flatMap((node) => runs(node)) } as const]
      : tree(source).flatMap(parts),
  );
}

interface Stretch {
  readonly source: string;
  readonly small: boolean;
}

/** Small print and what stands between; a line in a code block is never small print. */
function stretches(text: string): readonly Stretch[] {
  const found: { source: string; small: boolean }[] = [];
  let fenced = false;
  let previous = '';
  for (const line of text.split('\n')) {
    const small = !fenced && line.startsWith('-# ');
    const shown = small ? line.slice(3) : line;
    const apart = !fenced && endsAtLine(previous) && !/^(\s|[-*] |\d+\. |> |$)/.test(line);
    const last = found.at(-1);
    if (last?.small === small) last.source += `${apart ? '\n\n' : '\n'}${shown}`;
    else found.push({ source: shown, small });
    if (line.startsWith('```')) fenced = !fenced;
    previous = line;
  }
  return found.filter(({ source }) => source.trim() !== '');
}

/** In CommonMark an item or a quote takes in the line below it; in Discord it does not. */
const endsAtLine = (line: string): boolean => /^\s*([-*] |\d+\. |> )/.test(line);

const tree = (source: string): readonly RootContent[] =>
  fromMarkdown(source, { extensions: [{ disable: { null: unknownToDiscord } }] }).children;

function parts(node: RootContent): readonly Part[] {
  switch (node.type) {
    case 'heading': {
      const { depth } = node;
      const all = node.children.flatMap((child) => runs(child));
      if (depth === 1 || depth === 2 || depth === 3) return [{ kind: 'heading', level: depth, runs: all }];
      return [{ kind: 'paragraph', small: false, runs: all }];
    }
    case 'list': {
      const items = node.children.map((item) => item.children.flatMap(parts));
      return [{ kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
    }
    case 'blockquote':
      return [{ kind: 'quote', parts: node.children.flatMap(parts) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    default:
      return [{ kind: 'paragraph', small: false, runs: runs(node) }];
  }
}

function runs(node: Nodes, marks: Run['marks'] = [], href: string | null = null): readonly Run[] {
  const inside = (children: readonly PhrasingContent[], more: Run['marks'], link = href) =>
    children.flatMap((child) => runs(child, [...marks, ...more], link));
  switch (node.type) {
    case 'text':
      return [{ text: node.value, marks, href }];
    case 'inlineCode':
      return [{ text: node.value, marks: [...marks, 'code'], href }];
    case 'break':
      return [{ text: '\n', marks, href }];
    case 'strong':
      return inside(node.children, ['strong']);
    case 'emphasis':
      return inside(node.children, ['emphasis']);
    case 'link':
      return inside(node.children, [], node.url);
    case 'paragraph':
      return inside(node.children, []);
    default:
      return 'value' in node ? [{ text: node.value, marks, href }] : [];
  }
}
