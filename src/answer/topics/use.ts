import {
  type Configuration,
  configure,
  type FrameworkId,
  findLayers,
  infer,
  type LayerData,
  python,
  type Refusal,
  run,
} from '../../frameworks/index.ts';
import type { Shape, Tensor } from '../../pooling/index.ts';

/** Arguments of a layer by name, in plain values; a list is a Python tuple. */
export type Arguments = Readonly<
  Record<string, number | boolean | string | null | readonly (number | null)[]>
>;

/** One layer put to use for an explanation. */
export interface Use {
  readonly configuration: Configuration;
  readonly input: Shape;
  readonly output: Shape;
}

/** The same on numbers: flat and row-major. */
export interface UseOnNumbers extends Use {
  readonly given: readonly number[];
  readonly values: readonly number[];
  readonly indices: readonly number[] | null;
  readonly gradient: readonly number[] | null;
}

/**
 * Has the core infer a shape for an explanation. An explanation uses layers and inputs that their frameworks take, so a
 * refusal is a fault of the explanation and throws a RangeError; `wouldRefuse` is for explaining refusals.
 */
export function use(framework: FrameworkId, layer: string, args: Arguments, input: Shape): Use {
  const configuration = accepted(configured(framework, layer, args));
  const { derivation } = accepted(infer(configuration, input));
  return { configuration, input, output: derivation.output };
}

/** Has the core run a layer on numbers; with `upstream` it gives the gradient too. */
export function useOnNumbers(
  framework: FrameworkId,
  layer: string,
  args: Arguments,
  data: LayerData,
): UseOnNumbers {
  const configuration = accepted(configured(framework, layer, args));
  const { output, indices, gradient } = accepted(run(configuration, data, { wantIndices: true }));
  return {
    configuration,
    input: data.input.shape,
    output: output.shape,
    given: Array.from(data.input.data),
    values: Array.from(output.data),
    indices,
    gradient: gradient ? Array.from(gradient.data) : null,
  };
}

/** What a framework says to a layer or input that it does not take. */
export function wouldRefuse(framework: FrameworkId, layer: string, args: Arguments, input: Shape): Refusal {
  const configuration = configured(framework, layer, args);
  const inferred = configuration.ok ? infer(configuration, input) : configuration;
  if (!inferred.ok) return inferred;
  throw new RangeError(`${framework} takes ${layer}`);
}

/** A tensor of float32 numbers. */
export function tensor(shape: readonly number[], values: readonly number[]): Tensor {
  return { shape, data: Float32Array.from(values) };
}

function configured(framework: FrameworkId, layer: string, args: Arguments): Configuration | Refusal {
  const [found] = findLayers(layer, framework);
  if (!found) throw new RangeError(`${framework} has no ${layer}`);
  return configure(
    found,
    Object.entries(args).map(([name, value]) => ({ name, value: pythonValue(value) })),
  );
}

function accepted<Accepted extends { readonly ok: true }>(outcome: Accepted | Refusal): Accepted {
  if (outcome.ok) return outcome;
  throw new RangeError(outcome.advice);
}

function pythonValue(value: Arguments[string]) {
  if (value === null) return python.none;
  if (typeof value === 'number') return Number.isInteger(value) ? python.int(value) : python.float(value);
  if (typeof value === 'boolean') return python.bool(value);
  if (typeof value === 'string') return python.str(value);
  return python.tuple(value.map((item) => (item === null ? python.none : python.int(item))));
}
