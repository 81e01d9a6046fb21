import { parser } from '@lezer/python';

export type Node = ReturnType<typeof parser.parse>['topNode'];

export function parse(source: string): Node {
  return parser.parse(source).topNode;
}

/** The children of a node in order, without comments. */
export function children(node: Node): Node[] {
  const list: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') list.push(child);
  }
  return list;
}

const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', ':', ';']);

/** The children that stand for something: no brackets, commas or errors. */
export function parts(node: Node): Node[] {
  return children(node).filter((child) => !punctuation.has(child.name) && !child.type.isError);
}

/** The deepest nesting of a tree, counted without recursion; stops at `limit`. */
export function deeperThan(top: Node, limit: number): boolean {
  const cursor = top.cursor();
  let depth = 0;
  for (;;) {
    if (cursor.firstChild()) {
      depth += 1;
      if (depth > limit) return true;
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return false;
      depth -= 1;
    }
  }
}
