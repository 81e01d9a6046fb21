import { type Configuration, type Inferred, infer, type LayerData, run } from '../frameworks/index.ts';
import { firstSpatialAxis, type Shape, type Tensor } from '../pooling/index.ts';
import type { Application, FittedInput, Question } from '../question/index.ts';
import type { Outcome } from './outcome.ts';
import { ownForm, ownValues } from './own-form.ts';

/** Computes one layer on one input: shape only where no values were given, otherwise values, indices and gradient. */
export function compute(application: Application, question: Question): Outcome {
  const { configuration, input } = application;
  if (!configuration.ok) return { kind: 'refused', application, refusal: configuration };
  if (input === null) return { kind: 'open', application, configuration };
  const context = {
    ...question.context,
    applied: application.call.applied,
    dtype: input.read.dtype,
    wantIndices: question.kind === 'values' && question.wants.includes('indices'),
  };
  const data = layerData(input, question);
  if (!data) {
    const inferred = infer(configuration, input.shape, context);
    if (!inferred.ok) return { kind: 'refused', application, refusal: inferred };
    return {
      ...result(application, configuration, input, inferred),
      values: null,
      indices: null,
      gradient: null,
    };
  }
  const computed = run(configuration, data, context);
  if (!computed.ok) return { kind: 'refused', application, refusal: computed };
  const { axes } = computed.operation;
  return {
    ...result(application, configuration, input, computed),
    values: ownValues(computed.output, axes, input),
    indices: computed.indices,
    gradient: computed.gradient ? ownValues(computed.gradient, axes, input) : null,
  };
}

function result(
  application: Application,
  configuration: Configuration,
  input: FittedInput,
  { operation, derivation }: Inferred,
) {
  const output = { own: ownForm(derivation.output, operation.axes, input), full: derivation.output };
  return { kind: 'result', application, configuration, input, operation, derivation, output } as const;
}

/** What a layer is run on; null where there is nothing but a shape. */
function layerData(input: FittedInput, question: Question): LayerData | null {
  const tensor = tensorOf(input.shape, input.values);
  if (!tensor) return null;
  if (question.kind !== 'values') return { input: tensor };
  const { mask, indices, upstream } = question;
  const [maskTensor, indexTensor, upstreamTensor] = [mask, indices, upstream].map((read) =>
    read ? tensorOf(read.shape, read.values) : null,
  );
  return {
    input: tensor,
    ...(maskTensor ? { mask: maskTensor } : {}),
    ...(indexTensor ? { indices: indexTensor } : {}),
    ...(upstreamTensor ? { upstream: upstreamTensor } : {}),
  };
}

function tensorOf(shape: Shape, data: Float64Array | null): Tensor | null {
  const closed = shape.filter((size) => size !== null);
  return data && closed.length === shape.length ? { shape: closed, data } : null;
}

/** The sizes of the spatial axes of a shape that a configuration takes. */
export function spatialSizes({ axes }: Configuration['operation'], shape: Shape): Shape {
  const first = firstSpatialAxis(axes);
  return shape.slice(first, first + axes.rank);
}
