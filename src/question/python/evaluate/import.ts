import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';

/** `import torch.nn as nn`, `from torch import nn as n, optim`: which full name each name stands for. */
export function noteImport(reading: Reading, node: Node): void {
  const words = children(node).flatMap((child) =>
    child.name === '(' || child.name === ')' ? [] : [{ kind: child.name, text: reading.text(child) }],
  );
  const importAt = words.findIndex((word) => word.kind === 'import');
  const source = words
    .slice(1, Math.max(0, importAt))
    .map((word) => word.text)
    .join('');
  let path = '';
  let alias: string | null = null;
  let renaming = false;
  const close = (): void => {
    if (path !== '') {
      const full = source === '' ? path : `${source}.${path}`;
      const [root = ''] = path.split('.');
      if (alias !== null) reading.imports.set(alias, full);
      else if (source !== '') reading.imports.set(path, full);
      else reading.imports.set(root, root);
    }
    path = '';
    alias = null;
    renaming = false;
  };
  for (const { kind, text } of words.slice(importAt + 1)) {
    if (kind === ',') close();
    else if (kind === 'as') renaming = true;
    else if (renaming) alias = text;
    else if (text !== '*') path += text;
  }
  close();
}
