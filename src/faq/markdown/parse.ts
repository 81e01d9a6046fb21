import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type LivePart, liveSyntax, liveTree } from './live-syntax.ts';

/** CommonMark with live parts, as a tree. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, { extensions: [liveSyntax], mdastExtensions: [liveTree] });
}

/** Every live part of a tree, in reading order. */
export function livePartsOf(tree: Nodes): readonly LivePart[] {
  if (tree.type === 'livePart') return [tree];
  return 'children' in tree ? tree.children.flatMap(livePartsOf) : [];
}

/** Where `{{` begins something that never becomes a live part: the rest of each such line. */
export function unclosedParts(tree: Nodes, source: string): readonly string[] {
  if (tree.type === 'text') {
    const written = source.slice(tree.position?.start.offset, tree.position?.end.offset);
    return [...written.matchAll(/(?<!\\)\{\{.*/g)].map(([rest]) => rest);
  }
  return 'children' in tree ? tree.children.flatMap((child) => unclosedParts(child, source)) : [];
}
