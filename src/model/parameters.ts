import type { ParameterCount } from './layer.ts';
import { sum } from './shape/dimensions.ts';
import type { GraphNode, TracedLayer } from './trace/trace.ts';

/** The weights of all layers, those of a layer that is used twice once; null where one of them is open. */
export function sumParameters(nodes: readonly GraphNode[], layers: readonly TracedLayer[]): ParameterCount {
  const instances = new Map(nodes.map(({ id, instance }) => [id, instance]));
  const seen = new Set<string>();
  const counted = layers.flatMap(({ id, parameters }) => {
    const instance = instances.get(id);
    if (parameters === null || (instance !== undefined && seen.has(instance))) return [];
    if (instance !== undefined) seen.add(instance);
    return [parameters];
  });
  return {
    trainable: sum(counted.map(({ trainable }) => trainable)),
    nonTrainable: sum(counted.map(({ nonTrainable }) => nonTrainable)),
  };
}
