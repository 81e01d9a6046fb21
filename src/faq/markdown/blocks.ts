import type { Code, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { type Block, code, type Inline, plain, strong } from '../../reply/index.ts';
import type { Filled } from '../live.ts';
import { type Surroundings, targetsOf, toInline } from './inline.ts';
import type { LivePart } from './live-syntax.ts';

/** An entry's Markdown as blocks of a reply, its live parts filled in. */
export function toBlocks(tree: Root, filled: ReadonlyMap<string, Filled>): readonly Block[] {
  const surroundings = { filled, targets: targetsOf(tree) };
  return tree.children.flatMap((node) => block(node, surroundings));
}

function block(node: RootContent, surroundings: Surroundings): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, surroundings);
    case 'heading':
      return [{ kind: 'heading', text: plain(toInline(node.children, surroundings)) }];
    case 'code':
      return [codeBlock(node)];
    case 'list':
      return [
        {
          kind: 'steps',
          ordered: node.ordered === true,
          items: node.children.map((item) => listItem(item, surroundings)),
        },
      ];
    case 'blockquote':
      return node.children.flatMap((child) => block(child, surroundings)).map(quoted);
    case 'html':
      return [{ kind: 'text', content: node.value }];
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'yaml':
      return [];
    case 'listItem':
      return [{ kind: 'text', content: listItem(node, surroundings) }];
    default:
      return [{ kind: 'text', content: toInline([node], surroundings) }];
  }
}

/** A live part on a line of its own shows its whole answer, one inside a sentence only the result. */
function paragraph({ children }: Paragraph, surroundings: Surroundings): readonly Block[] {
  const alone = children.length === 1 ? children[0] : undefined;
  return alone?.type === 'livePart'
    ? wholeAnswer(alone, surroundings)
    : [{ kind: 'text', content: toInline(children, surroundings) }];
}

function wholeAnswer(part: LivePart, surroundings: Surroundings): readonly Block[] {
  const filled = surroundings.filled.get(part.source);
  if (!filled) throw new RangeError(`not filled: ${part.source}`);
  if (!filled.ok)
    return [
      {
        kind: 'notice',
        tone: 'warning',
        content: [code(part.source), ' could not be computed: ', filled.problem],
      },
    ];
  const { title, understood, blocks } = filled.message;
  const read: readonly Block[] = understood === null ? [] : [{ kind: 'text', content: understood }];
  return [{ kind: 'text', content: strong(title) }, ...read, ...blocks];
}

function codeBlock({ lang, value }: Code): Block {
  const language = /^(py|python)\d*$/i.test(lang ?? '') ? 'python' : 'text';
  return { kind: 'code', language, code: value };
}

function listItem({ children }: ListItem, surroundings: Surroundings): Inline {
  const parts = children.map((child): Inline => {
    if (child.type === 'paragraph') return toInline(child.children, surroundings);
    if (child.type === 'list') return nested(child, surroundings);
    return block(child, surroundings).map(asInline);
  });
  return parts.flatMap((part, i) => (i === 0 ? [part] : ['\n', part]));
}

/** A reply's lists have one level: an inner list becomes lines of its item. */
function nested({ children }: List, surroundings: Surroundings): Inline {
  return children.flatMap((item, i) => [i === 0 ? '– ' : '\n– ', listItem(item, surroundings)]);
}

function asInline(inner: Block): Inline {
  switch (inner.kind) {
    case 'text':
    case 'notice':
      return inner.content;
    case 'heading':
      return strong(inner.text);
    case 'code':
      return code(inner.code);
    case 'steps':
      return inner.items.flatMap((item) => ['– ', item, '\n']);
    case 'table':
      return inner.table.rows.flatMap((row) => [row.flatMap((cell) => [cell, ' ']), '\n']);
    case 'picture':
      return inner.alt;
  }
}

const quoted = (inner: Block): Block =>
  inner.kind === 'text' ? { kind: 'notice', tone: 'info', content: inner.content } : inner;
