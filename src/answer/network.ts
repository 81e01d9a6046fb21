import {
  findNetworks,
  type HeadCost,
  headCost,
  type Network,
  poolingLayersOf,
  smallestInput,
  type TracedLayer,
} from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';
import { imageSides, type Question } from '../question/index.ts';

/** The pooling layers of a published network on one input size, and what its head costs. */
export interface KnownNetwork {
  readonly network: Network;
  readonly input: Shape;
  /** Whether the asker gave the size; otherwise it is the one that the network was published with. */
  readonly asked: boolean;
  readonly pooling: readonly TracedLayer[];
  readonly head: HeadCost | null;
  readonly smallest: number;
}

/** Follows the network that a question names; null where it names none. */
export function followNetwork(question: Question): KnownNetwork | null {
  if (question.kind !== 'trace' || question.network === null) return null;
  const [network] = findNetworks(question.network, question.framework);
  if (!network) return null;
  const sides = question.inputs[0] ? imageSides(question.inputs[0].shape) : null;
  const input = sides ? withSides(network, sides) : network.input;
  return {
    network,
    input,
    asked: sides !== null,
    pooling: poolingLayersOf(network, input),
    head: headCost(network, input),
    smallest: Math.max(smallestInput(network), network.smallestAdmitted ?? 1),
  };
}

function withSides({ framework, input }: Network, [height, width]: readonly [number, number]): Shape {
  const [first = 3, , last = 3] = input;
  return framework === 'keras' ? [height, width, last] : [first, height, width];
}
