import {
  type Configuration,
  configure,
  type FrameworkId,
  findLayers,
  infer,
  python,
  run,
} from '../../frameworks/index.ts';
import type { Shape, Tensor } from '../../pooling/index.ts';

/** Arguments of a layer by name, in plain values; a list is a Python tuple. */
export type Arguments = Readonly<Record<string, number | boolean | string | null | readonly number[]>>;

/** One layer put to use for an explanation. */
export interface Use {
  readonly configuration: Configuration;
  readonly input: Shape;
  readonly output: Shape;
  /** Flat and row-major, where the layer was run on numbers. */
  readonly values: readonly number[] | null;
}

/**
 * Runs the core for an explanation: shape only on a shape, values too on a tensor. An explanation uses layers and
 * inputs that their frameworks take; a refusal is a fault of the explanation and throws a RangeError.
 */
export function use(framework: FrameworkId, layer: string, args: Arguments, on: Shape | Tensor): Use {
  const [found] = findLayers(layer, framework);
  if (!found) throw new RangeError(`${framework} has no ${layer}`);
  const given = Object.entries(args).map(([name, value]) => ({ name, value: pythonValue(value) }));
  const configuration = configure(found, given);
  if (!configuration.ok) throw new RangeError(configuration.advice);
  if (!isTensor(on)) {
    const inferred = infer(configuration, on);
    if (!inferred.ok) throw new RangeError(inferred.advice);
    return { configuration, input: on, output: inferred.derivation.output, values: null };
  }
  const computed = run(configuration, { input: on });
  if (!computed.ok) throw new RangeError(computed.advice);
  const { shape, data } = computed.output;
  return { configuration, input: on.shape, output: shape, values: Array.from(data) };
}

const isTensor = (on: Shape | Tensor): on is Tensor => 'data' in on;

function pythonValue(value: Arguments[string]) {
  if (value === null) return python.none;
  if (typeof value === 'number') return Number.isInteger(value) ? python.int(value) : python.float(value);
  if (typeof value === 'boolean') return python.bool(value);
  return typeof value === 'string' ? python.str(value) : python.intTuple(value);
}
