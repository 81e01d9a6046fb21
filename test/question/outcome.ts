import { infer, run } from '../../src/frameworks/index.ts';
import type { Shape, Tensor } from '../../src/pooling/index.ts';
import type { Application, InputRead, Question } from '../../src/question/index.ts';

/** The output shape of each application that its framework takes, in the asker's own order of axes. */
export function outputShapes(question: Question): readonly Shape[] {
  return question.applications.flatMap((application) => {
    const { configuration, input, call } = application;
    if (!configuration.ok || input === null) return [];
    const inferred = infer(configuration, input.shape, { ...question.context, applied: call.applied });
    return inferred.ok ? [ownForm(inferred.derivation.output, application)] : [];
  });
}

/** Without the channels that were added, and with the axes back in the asker's order. */
function ownForm(output: Shape, { configuration, input }: Application): Shape {
  if (!configuration.ok || input === null) return output;
  const channels = configuration.operation.axes.layout === 'channels_first' ? 1 : output.length - 1;
  const kept = input.channelsAdded ? output.filter((_, axis) => axis !== channels) : output;
  const { order } = input;
  const lead = order === null ? 0 : kept.length - order.length;
  if (order === null || lead < 0) return kept;
  const own = kept.slice(lead);
  return [...kept.slice(0, lead), ...order.map((_, axis) => own[order.indexOf(axis)] ?? null)];
}

/** Every list of numbers that the question leads to: outputs, gradients, and all outputs one after the other. */
export function outputValues(question: Question): readonly (readonly number[])[] {
  if (question.kind !== 'values') return [];
  const outputs: (readonly number[])[] = [];
  const gradients: (readonly number[])[] = [];
  for (const { configuration, input, call } of question.applications) {
    if (!configuration.ok || input === null) continue;
    const tensor = tensorOf(input.shape, input.values);
    if (tensor === null) continue;
    const [mask, indices, upstream] = [question.mask, question.indices, question.upstream].map(readTensor);
    const computed = run(
      configuration,
      {
        input: tensor,
        ...(mask ? { mask } : {}),
        ...(indices ? { indices } : {}),
        ...(upstream ? { upstream } : {}),
      },
      { ...question.context, applied: call.applied },
    );
    if (!computed.ok) continue;
    outputs.push([...computed.output.data]);
    if (computed.gradient) gradients.push([...computed.gradient.data]);
  }
  return [...outputs, ...gradients, outputs.flat()];
}

function readTensor(read: InputRead | null): Tensor | null {
  return read === null ? null : tensorOf(read.shape, read.values);
}

function tensorOf(shape: Shape, data: Float64Array | null): Tensor | null {
  const closed = shape.filter((size) => size !== null);
  return data !== null && closed.length === shape.length ? { shape: closed, data } : null;
}

/** The same shape, with or without a batch entry in front; height and width alone may have channels beside them. */
export function isSameShape(found: Shape, wanted: Shape): boolean {
  const equal = (a: Shape, b: Shape) => a.length === b.length && a.every((size, axis) => size === b[axis]);
  if (equal(found, wanted) || equal(found.slice(1), wanted)) return true;
  if (equal(found, wanted.slice(1)) && (wanted[0] === null || wanted.length > 3)) return true;
  if (wanted.length === 2)
    return found.length > 2 && [0, 1, 2].some((at) => equal(found.slice(at, at + 2), wanted));
  return wanted.length === 1 && found.length <= 2 && found.at(-1) === wanted[0];
}
