import type { GraphNode, Trace } from '../model/index.ts';
import { withSomeFilters } from './some-filters.ts';

/** Layers behind which the number of channels is known again: a convolution with its filters, a Dense. */
const names = /^(?:Conv\dD|Dense|SeparableConv\dD|Conv\dDTranspose)$/;

/**
 * A trace of layers in a row among which convolutions say nothing of their filters, with the channels and the weights
 * that hang on them left open; `follow` traces layers. Null where every convolution says how many it has, or is a call
 * that is taken at its word.
 */
export function withOpenFilters(
  nodes: readonly GraphNode[],
  isSpoken: (node: GraphNode) => boolean,
  follow: (nodes: readonly GraphNode[]) => Trace,
): Trace | null {
  const filled = nodes.map((node) => (isSpoken(node) ? withSomeFilters(node) : node));
  const silent = new Set(filled.flatMap((node, at) => (node === nodes[at] ? [] : [node.id])));
  if (silent.size === 0) return null;
  const trace = follow(filled);
  let open = false;
  const layers = trace.layers.map((layer) => {
    const entering = open;
    open = silent.has(layer.id) || (open && !names.test(layer.name));
    if (!entering && !open) return layer;
    const hangs = (layer.parameters?.trainable ?? 0) !== 0;
    return {
      ...layer,
      output: open ? (layer.output?.with(-1, null) ?? null) : layer.output,
      parameters: hangs ? { trainable: null, nonTrainable: null } : layer.parameters,
    };
  });
  return {
    ...trace,
    layers,
    output: layers.at(-1)?.output ?? null,
    parameters: { trainable: null, nonTrainable: null },
  };
}
