import type { Definition, PhrasingContent, Root } from 'mdast';
import { code, emphasis, type Inline, link, strong } from '../../reply/index.ts';
import type { Filled } from '../live.ts';

/** What the marks of one entry refer to. */
export interface Surroundings {
  /** By the part's source; every live part of the entry has one. */
  readonly filled: ReadonlyMap<string, Filled>;
  /** Targets of `[text][name]`, by the name's normal form. */
  readonly targets: ReadonlyMap<string, string>;
}

export function targetsOf(tree: Root): ReadonlyMap<string, string> {
  const definitions = tree.children.filter((node): node is Definition => node.type === 'definition');
  // The first definition of a name counts (CommonMark 0.31, 4.7).
  return new Map(definitions.toReversed().map(({ identifier, url }) => [identifier, url]));
}

/** Text with light marks. Pictures become links, HTML stays the text that was typed. */
export function toInline(nodes: readonly PhrasingContent[], surroundings: Surroundings): Inline {
  return nodes.map((node) => one(node, surroundings));
}

function one(node: PhrasingContent, surroundings: Surroundings): Inline {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return code(node.value);
    case 'break':
      return '\n';
    case 'emphasis':
      return emphasis(toInline(node.children, surroundings));
    case 'strong':
      return strong(toInline(node.children, surroundings));
    case 'delete':
      return toInline(node.children, surroundings);
    case 'link':
      return safeLink(toInline(node.children, surroundings), node.url);
    case 'linkReference':
      return safeLink(toInline(node.children, surroundings), surroundings.targets.get(node.identifier));
    case 'image':
      return safeLink(node.alt || 'picture', node.url);
    case 'imageReference':
      return safeLink(node.alt || 'picture', surroundings.targets.get(node.identifier));
    case 'footnoteReference':
      return '';
    case 'livePart':
      return live(node.source, surroundings.filled.get(node.source));
  }
}

function live(source: string, filled: Filled | undefined): Inline {
  if (!filled) throw new RangeError(`not filled: ${source}`);
  return filled.ok ? withoutStop(filled.message.title) : [code(source), ` (${filled.problem})`];
}

/** A title that is a sentence, inside another sentence. */
const withoutStop = (title: Inline): Inline =>
  typeof title === 'string' ? title.replace(/(?<!\.)\.$/, '') : title;

/** Links lead to the web or to mail; anything else is only its words. */
function safeLink(content: Inline, url: string | undefined): Inline {
  const protocol = url !== undefined && URL.canParse(url) ? new URL(url).protocol : '';
  return url !== undefined && ['http:', 'https:', 'mailto:'].includes(protocol)
    ? link(content, url)
    : content;
}
