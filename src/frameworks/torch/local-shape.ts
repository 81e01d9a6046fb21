import {
  effectiveKernel,
  inferShape,
  type LocalWindow,
  type PoolOperation,
  type Shape,
  type SpatialRank,
} from '../../pooling/index.ts';
import { windowTooLarge } from '../advice/window.ts';
import type { FrameworkError } from '../binding/python-errors.ts';
import { withAxes } from '../canonical.ts';
import type { Inferred, Layer, Refusal } from '../framework.ts';
import { refuse } from '../refusal.ts';
import * as messages from './messages.ts';
import { asImage, axesFor, emptyAdvice, fitsRank, planeOf, rankAdvice, spatialOf } from './shapes.ts';

/** Which of PyTorch's kernels does the work; it decides the wording. */
export type Kernel = 'max' | 'max-with-indices' | 'average';

/** The shape checks of max_pool1d–3d and avg_pool1d–3d in their order: rank, empty axes, window against input. */
export function inferWindow(
  layer: Layer,
  kernel: Kernel,
  operation: PoolOperation,
  window: LocalWindow,
  shape: Shape,
): Inferred | Refusal {
  const { rank } = operation.axes;
  if (!fitsRank(rank, shape)) {
    return refuse('wrong-rank', 'call', rankError(kernel, rank, shape), rankAdvice(layer.name, rank, shape));
  }
  const plane = planeOf(rank, shape);
  if (plane.includes(0)) {
    return refuse('empty-axis', 'call', emptyError(kernel, rank, shape), emptyAdvice(shape));
  }
  const spatial = spatialOf(rank, shape);
  const fitted = withAxes(operation, axesFor(rank, shape));
  const derivation = inferShape(fitted, shape);
  const padding = window.padding.kind === 'explicit' ? window.padding.begin : [];
  const span = window.kernel.map((cells, axis) => effectiveKernel(cells, window.dilation[axis] ?? 1));
  const tooLarge = (error: FrameworkError, room: Shape) => {
    const padded = room !== spatial;
    const instead = `nn.Adaptive${kernel === 'average' ? 'Avg' : 'Max'}Pool${rank}d(1)`;
    const facts = { argument: 'kernel_size', kernel: window.kernel, span, room, padded, instead };
    return refuse('window-too-large', 'call', error, windowTooLarge(facts));
  };

  const uncovered = spatial.some((size, axis) => size !== null && size < (window.kernel[axis] ?? 1));
  if (kernel === 'average' && rank === 3 && uncovered) {
    return tooLarge(messages.smallerThanKernel(spatial, window.kernel), spatial);
  }
  const output = planeOf(rank, derivation.output);
  if (spatialOf(rank, output).some((size) => size !== null && size < 1)) {
    const [length] = output.slice(-1);
    const error =
      rank === 1 && kernel === 'max'
        ? messages.invalidOutput1d(length ?? 0)
        : rank === 1
          ? messages.outputTooSmall(asImage(plane), asImage(output))
          : messages.outputTooSmall(plane, output);
    const padded = padding.some((cells) => cells > 0);
    const room = spatial.map((size, axis) => (size === null ? null : size + 2 * (padding[axis] ?? 0)));
    return tooLarge(error, padded ? room : spatial);
  }
  return { ok: true, operation: fitted, derivation };
}

function rankError(kernel: Kernel, rank: SpatialRank, shape: Shape): FrameworkError {
  if (rank === 1) {
    return kernel === 'max'
      ? messages.optionalBatch(1, shape)
      : messages.dimensionRange(kernel === 'average' ? 'avg_pool1d' : 'max_pool1d', shape);
  }
  if (rank === 2 && kernel === 'average') {
    return shape.length < 3 ? messages.outOfRange(shape.length) : messages.optionalBatch(2, shape);
  }
  return messages.notBatchMode(rank);
}

function emptyError(kernel: Kernel, rank: SpatialRank, shape: Shape): FrameworkError {
  if (rank === 3) {
    return messages.emptyDimension3d(kernel === 'average' ? 'avg_pool3d' : 'max_pool3d_with_indices', shape);
  }
  if (rank === 1) {
    return kernel === 'max' ? messages.optionalBatch(1, shape) : messages.optionalBatch(2, asImage(shape));
  }
  return messages.optionalBatch(2, shape);
}
