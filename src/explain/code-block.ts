import type { Result } from '../answer/index.ts';
import { toCode } from '../frameworks/index.ts';
import type { Block } from '../reply/index.ts';
import { formatCall } from './format.ts';

/** The layers as lines of their own framework, each line once. */
export function codeBlocks(results: readonly Result[]): readonly Block[] {
  return [...new Set(results.map(lineOf))].map((line) => ({ kind: 'code', language: 'python', code: line }));
}

function lineOf({ configuration, operation }: Result): string {
  const { layer, operation: configured } = configuration;
  const written = toCode(configured, layer.framework, { layout: operation.axes.layout });
  return written.ok ? written.code : formatCall(configuration);
}
