import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { frameworkOf } from './framework.ts';
import { asItIs, follow, type TraceOptions, traceGraph } from './graph.ts';
import { isInput, namedInput } from './input-layer.ts';
import type { GraphNode, Step, Trace } from './trace.ts';

/**
 * Every layer of a chain with the shape it gives and its weights, in order, up to the first that fails. A shape without
 * its batch, or with nothing but height and width, is completed as the layers demand; `inOwnForm` leads back. Without an
 * input its axes stay open, as far as the layers don't name them. `framework` null: the one most names belong to.
 */
export function traceChain(
  steps: readonly Step[],
  framework: FrameworkId | null,
  input: Shape | null,
  options: TraceOptions = {},
): Trace {
  const nodes = inARow(steps.filter((step) => !isInput(step)));
  const named = input === null ? namedInput(steps) : null;
  if (named !== null) return follow(nodes, framework ?? frameworkOf(nodes), { input: asItIs(named) });
  return traceGraph(nodes, framework, { input }, options);
}

/** Each takes what the one before it gives; the first takes the input. */
export const inARow = (steps: readonly Step[]): readonly GraphNode[] =>
  steps.map((step, at) => ({ ...step, id: String(at + 1), inputs: [at === 0 ? 'input' : String(at)] }));
