import type { Result } from '../answer/index.ts';
import { toCode } from '../frameworks/index.ts';
import type { Block } from '../reply/index.ts';
import { formatCall } from './format.ts';

/** The layer as a line of its own framework. */
export function codeBlock({ configuration, operation }: Result): Block {
  const { layer, operation: configured } = configuration;
  const written = toCode(configured, layer.framework, { layout: operation.axes.layout });
  return { kind: 'code', language: 'python', code: written.ok ? written.code : formatCall(configuration) };
}
