import {
  type Field,
  featuresOf,
  fieldsOf,
  findNetworks,
  type HeadCost,
  headCost,
  type Network,
  type NetworkTitle,
  smallestInput,
  type Trace,
  type TracedLayer,
  titleOf,
  traceChain,
  traceNetwork,
} from '../../model/index.ts';
import type { Dimension, Shape } from '../../pooling/index.ts';
import type { NetworkRead, Question } from '../../question/index.ts';
import { type Origin, originsIn, originsInAll } from './origin.ts';

/** A pooling layer of a network, with what one of its output cells sees of the image. */
export interface PoolingLayer {
  readonly layer: TracedLayer;
  readonly field: Field | null;
}

/** A published network on one input size: where it pools, what its head costs, and what was asked besides. */
export interface KnownNetwork {
  readonly read: NetworkRead;
  readonly network: NetworkTitle;
  readonly input: Shape;
  /** Whether the asker gave the size; otherwise it is the one that the network was published with. */
  readonly asked: boolean;
  readonly pooling: readonly PoolingLayer[];
  /** The first layer that can't work on this size; null where all can. */
  readonly failing: TracedLayer | null;
  /** What comes out, without a batch: of the classifier, or of what `top` and `pooling` leave; null where a layer fails. */
  readonly output: Shape | null;
  /** The map in front of the classifier, without a batch. */
  readonly features: Shape | null;
  /** What one cell of that map sees of the image; null where no place is left. */
  readonly field: Field | null;
  readonly head: HeadCost | null;
  /** On its own input; null where open sizes decide it. */
  readonly parameters: Dimension;
  readonly smallest: number;
  readonly origins: readonly Origin[];
}

/** Where a number is met in published networks on their own inputs. */
export interface NumberOrigins {
  readonly number: readonly number[];
  readonly origins: readonly Origin[];
}

/** Follows the network that a question names; null where it names none. */
export function followNetwork(question: Question): KnownNetwork | null {
  const read = question.kind === 'trace' ? question.network : null;
  const [network] = read?.name == null ? [] : findNetworks(read.name, question.framework);
  if (!read || !network) return null;
  const input = read.sides ? withSides(network, read.sides) : network.input;
  const trace = traceNetwork(network, input);
  const features = featuresOf(trace);
  const pooling = poolingIn(trace, read, network, features);
  const own = (read.sides ? traceNetwork(network) : trace).parameters;
  return {
    read,
    network: titleOf(network),
    input,
    asked: read.sides !== null,
    pooling,
    failing: trace.layers.find(({ problem }) => problem !== null) ?? null,
    output: outputOf(trace, read, features, pooling)?.slice(1) ?? null,
    features: features?.slice(1) ?? null,
    field: fieldOfFeatures(trace),
    head: headCost(network, read.classes ?? undefined, trace),
    parameters: own.trainable === null || own.nonTrainable === null ? null : own.trainable + own.nonTrainable,
    smallest: Math.max(smallestInput(network), network.smallestAdmitted ?? 1),
    origins: read.number ? originsIn(network, trace, read.number) : [],
  };
}

/** Where the number of a question comes from that names no network; null for any other question. */
export function findOrigins(question: Question): NumberOrigins | null {
  const read = question.kind === 'trace' ? question.network : null;
  if (!read?.number || read.name !== null) return null;
  return { number: read.number, origins: originsInAll(read.number) };
}

/** Of the last layer in front of the classifier. */
function fieldOfFeatures(trace: Trace): Field | null {
  const first = trace.layers.findIndex(({ stage }) => stage === 'head');
  return fieldsOf(trace)[(first < 0 ? trace.layers.length : first) - 1] ?? null;
}

function poolingIn(
  trace: Trace,
  { top, pooling }: NetworkRead,
  network: Network,
  features: Shape | null,
): readonly PoolingLayer[] {
  const fields = fieldsOf(trace);
  const found = trace.layers.flatMap((layer, at): readonly PoolingLayer[] =>
    layer.pooling && !(top === false && layer.stage === 'head') ? [{ layer, field: fields[at] ?? null }] : [],
  );
  if (top !== false || pooling === null || features === null || network.framework !== 'keras') return found;
  const name = pooling === 'avg' ? 'GlobalAveragePooling2D' : 'GlobalMaxPooling2D';
  const [last] = traceChain([{ name, given: [] }], 'keras', features, { literal: true }).layers;
  return last ? [...found, { layer: last, field: null }] : found;
}

function outputOf(
  trace: Trace,
  { top, pooling }: NetworkRead,
  features: Shape | null,
  layers: readonly PoolingLayer[],
): Shape | null {
  if (top !== false) return trace.output;
  return pooling === null ? features : (layers.at(-1)?.layer.output ?? null);
}

function withSides({ framework, input }: Network, [height, width]: readonly [number, number]): Shape {
  const [first = 3, , last = 3] = input;
  return framework === 'keras' ? [height, width, last] : [first, height, width];
}
