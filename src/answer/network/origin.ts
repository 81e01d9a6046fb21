import {
  featuresOf,
  type Network,
  type NetworkTitle,
  networks,
  type Trace,
  titleOf,
  traceNetwork,
} from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';

/** How a number comes about in a network. */
export type Origin = {
  readonly network: NetworkTitle;
  /** Without a batch. */
  readonly input: Shape;
} /** All cells of the last map in a row, as Flatten gives them. */ & (
  | { readonly kind: 'flattened'; readonly map: Shape }
  /** The channels of the last map, which are what global pooling gives. */
  | { readonly kind: 'channels'; readonly map: Shape }
  /** What a layer gives. */
  | { readonly kind: 'layer'; readonly name: string; readonly stage: string | null; readonly map: Shape }
);

/** Where a number, or a shape, is met in one network on one input; its own size changed where that explains a number. */
export function originsIn(network: Network, trace: Trace, sought: readonly number[]): readonly Origin[] {
  const here = originsAt(network, trace, sought);
  const [number, more] = sought;
  if (here.length > 0 || number === undefined || more !== undefined) return here;
  return atAnotherSize(network, number);
}

/** Where a number or a shape is met in any of the networks, each on its own input; one entry for a name. */
export function originsInAll(sought: readonly number[]): readonly Origin[] {
  const found = networks.flatMap((network) => {
    const [first] =
      sought.length === 1
        ? originsInMap(network, network.input, lastMapOf(network), sought)
        : originsAt(network, traceNetwork(network), sought);
    return first ? [first] : [];
  });
  return found.filter(
    ({ network, kind }, at) =>
      found.findIndex((other) => other.network.name === network.name && other.kind === kind) === at,
  );
}

/** Networks are constants: the last map of each on its own input is worked out once. */
const lastMaps = new WeakMap<Network, Shape | null>();

function lastMapOf(network: Network): Shape | null {
  const known = lastMaps.get(network);
  if (known !== undefined) return known;
  const map = featuresOf(traceNetwork(network))?.slice(1) ?? null;
  lastMaps.set(network, map);
  return map;
}

function originsAt(network: Network, trace: Trace, sought: readonly number[]): readonly Origin[] {
  const input = trace.form.shape?.slice(1) ?? network.input;
  const inMap = originsInMap(network, input, featuresOf(trace)?.slice(1) ?? null, sought);
  if (inMap.length > 0) return inMap;
  const layer = trace.layers.findLast(({ output }) => output !== null && fits(output.slice(1), sought));
  if (!layer?.output) return [];
  const { name, stage, output } = layer;
  return [{ network: titleOf(network), input, kind: 'layer', name, stage, map: output.slice(1) }];
}

/** A number as all cells of the last map, or as its channels. */
function originsInMap(
  network: Network,
  input: Shape,
  map: Shape | null,
  [number, more]: readonly number[],
): readonly Origin[] {
  if (map === null || number === undefined || more !== undefined) return [];
  if (countOf(map) === number) return [{ network: titleOf(network), input, kind: 'flattened', map }];
  const channels = network.framework === 'keras' ? map.at(-1) : map[0];
  return channels === number ? [{ network: titleOf(network), input, kind: 'channels', map }] : [];
}

/** A shape in either layout, or a number that counts all cells or the channels. */
function fits(output: Shape, sought: readonly number[]): boolean {
  const sorted = (sizes: Shape) => sizes.toSorted((a, b) => (a ?? 0) - (b ?? 0)).join();
  if (sought.length > 1) return sorted(output) === sorted(sought);
  return output.length === 1 ? output[0] === sought[0] : countOf(output) === sought[0];
}

function countOf(shape: Shape): number | null {
  return shape.reduce<number | null>(
    (product, size) => (product === null || size === null ? null : product * size),
    1,
  );
}

/** The largest image that is looked at. */
const largestSide = 1024;

/** The smallest square image whose last map has this many cells; the count never falls as the image grows. */
function atAnotherSize(network: Network, number: number): readonly Origin[] {
  let [low, high] = [1, largestSide];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const cells = featuresAt(network, middle);
    if (cells !== null && (countOf(cells) ?? 0) >= number) high = middle;
    else low = middle + 1;
  }
  const map = featuresAt(network, low);
  if (map === null || countOf(map) !== number) return [];
  return [{ network: titleOf(network), input: squared(network, low), kind: 'flattened', map }];
}

const featuresAt = (network: Network, side: number): Shape | null =>
  featuresOf(traceNetwork(network, squared(network, side)))?.slice(1) ?? null;

function squared({ framework, input }: Network, side: number): Shape {
  const last = input.length - 1;
  const sides = framework === 'keras' ? [last - 2, last - 1] : [last - 1, last];
  return input.map((size, axis) => (sides.includes(axis) ? side : size));
}
