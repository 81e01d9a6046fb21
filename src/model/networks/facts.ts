import { LRUCache } from 'lru-cache';
import type { Dimension, Shape } from '../../pooling/index.ts';
import { product, sum, whenKnown } from '../shape/dimensions.ts';
import { follow } from '../trace/graph.ts';
import type { Trace, TracedLayer } from '../trace/trace.ts';
import { head, type Network } from './network.ts';

/** Every layer of a network on an input of this shape, without a batch; its usual one unless another is given. */
export function traceNetwork(network: Network, input: Shape = network.input): Trace {
  const key = `${network.framework} ${network.name} ${input.join()}`;
  const trace = latest.get(key) ?? traceNodes(network, input, network.build(input));
  latest.set(key, trace);
  return trace;
}

/** Hundreds of layers take tens of milliseconds, and a course asks about the same few networks. */
const latest = new LRUCache<string, Trace>({ max: 8 });

function traceNodes(network: Network, input: Shape, nodes: ReturnType<Network['build']>): Trace {
  const form = { shape: [null, ...input], batchAdded: true, channelsAdded: false };
  return follow(nodes, network.framework, { input: form });
}

/** The pooling layers of a network in order, local and global, each with its input and output. */
export function poolingLayersOf(network: Network, input: Shape = network.input): readonly TracedLayer[] {
  return traceNetwork(network, input).layers.filter(({ pooling }) => pooling);
}

/** The last output of each part of a network, in order. */
export function stagesOf({ layers }: Trace): readonly { readonly stage: string; readonly output: Shape }[] {
  const outputs = new Map<string, Shape>();
  for (const { stage, output } of layers) if (stage !== null && output !== null) outputs.set(stage, output);
  return [...outputs].map(([stage, output]) => ({ stage, output }));
}

/** The map that the classifier sees, batch included; null where a layer before it fails. */
export function featuresOf({ layers }: Trace): Shape | null {
  const classifier = layers.find(({ stage }) => stage === head);
  return classifier?.inputs[0] ?? null;
}

/** All weights in front of the classifier; null where a layer fails or sizes are open. */
export function headlessParameters({ layers }: Trace): number | null {
  const body = layers.filter(({ stage }) => stage !== head);
  return sum(
    body.flatMap(({ parameters }) => [parameters?.trainable ?? null, parameters?.nonTrainable ?? null]),
  );
}

/** What one dense layer on a map costs in weights, with each way of getting from a map to numbers. */
export interface HeadCost {
  /** The map, batch included. */
  readonly features: Shape;
  readonly classes: number;
  /** What the network's own classifier has, for its own number of classes. */
  readonly own: Dimension;
  readonly flatten: Dimension;
  readonly globalPooling: Dimension;
}

/** One dense layer on a network's last map: after Flatten it has a weight for every cell, after global pooling for every channel. */
export function headCost(network: Network, classes = 1000, trace = traceNetwork(network)): HeadCost | null {
  const features = featuresOf(trace);
  if (features === null) return null;
  const classifier = trace.layers.filter(({ stage }) => stage === head);
  const own = sum(classifier.map(({ parameters }) => parameters?.trainable ?? null));
  const channels = (network.framework === 'keras' ? features.at(-1) : features[1]) ?? null;
  const dense = (inputs: Dimension): Dimension => whenKnown(inputs, (known) => (known + 1) * classes);
  const flatten = dense(product(features.slice(1)));
  return { features, classes, own, flatten, globalPooling: dense(channels) };
}

/**
 * The smallest height and width that every layer before the classifier can work on, by the layers' own rules; a
 * library may admit only larger ones (`smallestAdmitted`).
 */
export function smallestInput(network: Network): number {
  const known = smallest.get(network) ?? findSmallest(network);
  smallest.set(network, known);
  return known;
}

/** Networks are constants, and each takes a dozen traces. */
const smallest = new WeakMap<Network, number>();

function findSmallest(network: Network): number {
  const last = network.input.length - 1;
  const sides = network.framework === 'keras' ? [last - 2, last - 1] : [last - 1, last];
  const works = (size: number): boolean => {
    const input = network.input.map((usual, axis) => (sides.includes(axis) ? size : usual));
    const body = network.build(input).filter(({ stage }) => stage !== head);
    return traceNodes(network, input, body).output !== null;
  };
  // A size that works lets every larger one work. Small images fail early, so doubling comes before halving.
  let fails = 0;
  let runs = 1;
  while (!works(runs)) {
    fails = runs;
    runs *= 2;
  }
  while (runs - fails > 1) {
    const middle = Math.floor((fails + runs) / 2);
    if (works(middle)) runs = middle;
    else fails = middle;
  }
  return runs;
}
