import type { ParameterCount } from './layer.ts';
import { sum } from './shape/dimensions.ts';
import type { Step, TracedLayer } from './trace/trace.ts';

/** The weights of all layers, those of a layer that is used twice once; null where one of them is open. */
export function sumParameters(steps: readonly Step[], layers: readonly TracedLayer[]): ParameterCount {
  const seen = new Set<string>();
  const counted = layers.flatMap(({ parameters }, at) => {
    const instance = steps[at]?.instance;
    if (parameters === null || (instance !== undefined && seen.has(instance))) return [];
    if (instance !== undefined) seen.add(instance);
    return [parameters];
  });
  return {
    trainable: sum(counted.map(({ trainable }) => trainable)),
    nonTrainable: sum(counted.map(({ nonTrainable }) => nonTrainable)),
  };
}
