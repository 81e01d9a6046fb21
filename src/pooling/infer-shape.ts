import type { AxisStep, Derivation } from './derivation.ts';
import type { Dimension, Operation, Shape } from './operation.ts';
import { expectedRank, firstSpatialAxis } from './shape/axes.ts';
import { spatialStep } from './shape/axis-step.ts';

/**
 * The output shape of an operation and how each axis came about. Open dimensions stay open. A length may come out
 * zero or negative: frameworks differ on refusing that. Nothing is allocated but the shape, whatever its size.
 * Throws RangeError when the shape's rank is not the one the operation's axes describe.
 */
export function inferShape(operation: Operation, shape: Shape): Derivation {
  const { axes } = operation;
  if (shape.length !== expectedRank(axes)) {
    throw new RangeError(`expected ${expectedRank(axes)} axes, got ${shape.length}`);
  }
  const first = firstSpatialAxis(axes);
  const steps = shape.map((input, axis): AxisStep => {
    const spatial = axis - first;
    return spatial >= 0 && spatial < axes.rank
      ? spatialStep(operation, spatial, axis, input)
      : { kind: 'kept', axis, input, output: input };
  });
  return { output: steps.flatMap(remaining), steps };
}

/** Global pooling without keepdims takes its axes away; every other step leaves one. */
function remaining(step: AxisStep): readonly Dimension[] {
  return step.kind === 'global' && step.output === null ? [] : [step.output];
}
