import { asInt, type PythonValue } from '../frameworks/index.ts';
import {
  featuresOf,
  findNetworks,
  type GraphNode,
  headlessParameters,
  traceNetwork,
} from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';

/** The arguments of keras.applications, in order; those that every network takes. */
const places = ['include_top', 'weights', 'input_tensor', 'input_shape', 'pooling', 'classes'] as const;
type Place = (typeof places)[number];
const idle = new Set(['weights', 'input_tensor', 'name', 'classifier_activation']);

/**
 * A published network without its classifier as one layer, `DenseNet121(include_top=False, input_shape=(320, 320, 3))`:
 * with its last map and its weights, which are known here. `entering` is what goes in, where that is an input of the
 * model. Any other step stays as it is.
 */
export function withKnownBase(step: GraphNode, entering: Shape | null): GraphNode {
  const name = step.name.slice(step.name.lastIndexOf('.') + 1);
  const network = findNetworks(name, 'keras').find(
    (one) => one.framework === 'keras' && one.name.replaceAll('-', '') === name,
  );
  const given = network && step.stated === undefined ? argumentsOf(step) : null;
  if (!network || given === null || !isFalse(given.get('include_top'))) return step;
  const input = sizesOf(given.get('input_shape')) ?? closed(entering);
  const trace = traceNetwork(network, input ?? network.input);
  const features = featuresOf(trace);
  const parameters = headlessParameters(trace);
  if (features === null || parameters === null) return step;
  const pooling = given.get('pooling');
  const channels = features.at(-1) ?? null;
  // Without a size Keras leaves height and width open.
  const map: Shape = input === null ? [null, null, null, channels] : features;
  const output = pooling === undefined || pooling.type === 'none' ? map : [null, channels];
  return { ...step, stated: { output, parameters } };
}

/** By name; null where one is given that may change the network. */
function argumentsOf({ given }: GraphNode): ReadonlyMap<Place, PythonValue> | null {
  const found = new Map<Place, PythonValue>();
  for (const [at, { name, value }] of given.entries()) {
    const place = places.find((one) => one === (name ?? places[at]));
    if (place === undefined && name !== null && !idle.has(name)) return null;
    if (place !== undefined) found.set(place, value);
  }
  return found;
}

const isFalse = (value: PythonValue | undefined): boolean => value?.type === 'bool' && !value.value;

/** Height, width and channels without the batch; null where one is open. */
function closed(shape: Shape | null): Shape | null {
  const sizes = shape?.slice(-3) ?? [];
  return sizes.length === 3 && !sizes.includes(null) ? sizes : null;
}

function sizesOf(value: PythonValue | undefined): Shape | null {
  if (value?.type !== 'tuple' && value?.type !== 'list') return null;
  const sizes = value.items.map((item) => asInt(item)).filter((size) => size !== null);
  return sizes.length === 3 ? sizes : null;
}
