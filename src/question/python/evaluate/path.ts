import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';

/** The names of `a.b.c`, null for anything that is not a plain dotted name. */
export function pathOf(reading: Reading, node: Node): string[] | null {
  const path: string[] = [];
  let at: Node | null = node;
  while (at) {
    if (at.name === 'VariableName') return [reading.text(at), ...path];
    const attribute: { receiver: Node; name: string } | null = attributeOf(reading, at);
    if (!attribute) return null;
    path.unshift(attribute.name);
    at = attribute.receiver;
  }
  return null;
}

/** The two sides of `receiver.name`; null for a subscript and everything else. */
export function attributeOf(reading: Reading, node: Node): { receiver: Node; name: string } | null {
  if (node.name !== 'MemberExpression') return null;
  const [receiver, ...rest] = children(node);
  const property = rest.find((child) => child.name === 'PropertyName');
  return receiver && property ? { receiver, name: reading.text(property) } : null;
}

/** A dotted name with its import undone: `nn.MaxPool2d` is `torch.nn.MaxPool2d` after `import torch.nn as nn`. */
export function qualify(reading: Reading, path: readonly string[]): string {
  const [root = '', ...rest] = path;
  return [reading.imports.get(root) ?? root, ...rest].join('.');
}
