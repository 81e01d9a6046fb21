import { cell } from '../element.ts';
import type { Extra } from '../extra.ts';
import { inferShape } from '../infer-shape.ts';
import type { UnpoolOperation } from '../operation.ts';
import { type Tensor, zeros } from '../tensor.ts';
import { type Grid, gridOf, positionOf } from '../window/grid.ts';
import { cellOfIndex } from '../window/index-rule.ts';

/** Puts every input value where its index says, zeros elsewhere; of two values with one index the later stays. */
export function unpool(operation: UnpoolOperation, input: Tensor, extra: Extra): Tensor {
  const output = zeros(inferShape(operation, input.shape).output, input);
  eachTarget(operation, input.shape, output.shape, extra, (source, target) => {
    output.data[target] = cell(input.data, source);
  });
  return output;
}

/**
 * Calls `visit` with the flat position of every input value and of the output cell its index points to. Throws
 * RangeError when there are no indices or one points outside.
 */
export function eachTarget(
  operation: UnpoolOperation,
  inputShape: readonly number[],
  outputShape: readonly number[],
  extra: Extra,
  visit: (source: number, target: number) => void,
): void {
  const { axes } = operation;
  const from = gridOf(axes, inputShape);
  const into = gridOf(axes, outputShape);
  const counted = gridOf(axes, indexedShape(operation, inputShape, outputShape));
  for (let plane = 0; plane < from.outer * from.inner; plane++) {
    for (let cellIndex = 0; cellIndex < from.cells; cellIndex++) {
      const source = positionOf(from, plane, cellIndex);
      const index = extra.indices?.[source];
      if (index === undefined) throw new RangeError(`no index for input cell ${source}`);
      const target = targetOf(operation, counted, into, plane, index);
      if (target === null) throw new RangeError(`index ${index} lies outside the output`);
      visit(source, target);
    }
  }
}

/**
 * The shape that indices count in. Over the whole tensor (ONNX) it is the shape before `output_shape` widens it, as
 * that is the one MaxPool counted in; within a plane (PyTorch) it is the output's own.
 */
function indexedShape(
  operation: UnpoolOperation,
  inputShape: readonly number[],
  outputShape: readonly number[],
): readonly number[] {
  if (operation.indices.base !== 'tensor' || operation.outputSize === null) return outputShape;
  const { output } = inferShape({ ...operation, outputSize: null }, inputShape);
  return output.map((length) => length ?? 0);
}

function targetOf(
  operation: UnpoolOperation,
  counted: Grid,
  into: Grid,
  plane: number,
  index: number,
): number | null {
  const found = cellOfIndex(operation.indices, counted, plane, index);
  const [, height, width] = counted.extent;
  const x = found.cellIndex % width;
  const y = Math.floor(found.cellIndex / width) % height;
  const z = Math.floor(found.cellIndex / (width * height));
  const [intoDepth, intoHeight, intoWidth] = into.extent;
  const inside = z >= 0 && z < intoDepth && y >= 0 && y < intoHeight && x >= 0 && x < intoWidth;
  if (!inside || found.plane < 0 || found.plane >= into.outer * into.inner) return null;
  return positionOf(into, found.plane, (z * intoHeight + y) * intoWidth + x);
}
