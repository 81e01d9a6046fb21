import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, firstFixes } from './fix.ts';

/** A Keras model is fed with images of another size, or of another axis order, than it was built for. */
export function wrongInput(expected: Shape, found: Shape): Diagnosis {
  const swapped = isTurned(expected, found);
  return {
    kind: 'wrong-input',
    expected,
    found,
    axis: null,
    swapped,
    fixes: swapped ? turned(found) : resized(expected, found),
  };
}

/** The map with the channels that stand around it; the batch is told where there are four axes. */
const imageOf = (shape: Shape): Shape => shape.slice(-3);

function isTurned(expected: Shape, found: Shape): boolean {
  if (expected.length !== found.length || found.length < 3) return false;
  const [a, b, c] = imageOf(found);
  const [height, width, channels] = imageOf(expected);
  return a === channels && b === height && c === width && a !== b;
}

function turned(found: Shape) {
  const [a = null, b = null, c = null] = imageOf(found);
  const batch = found.slice(0, -3);
  // Keras 2 leaves the batch out of the message, and the array has it.
  return byHand('channels-last', 'np.transpose(x, (0, 2, 3, 1))', found, [...batch, b, c, a]);
}

function resized(expected: Shape, found: Shape) {
  if (expected.length !== found.length || found.length < 3) return [];
  const output = expected.map((size, axis) => size ?? found[axis] ?? null);
  const [height, width, channels] = imageOf(output);
  if (imageOf(found)[2] !== channels) return [];
  const missing = imageOf(output)
    .slice(0, 2)
    .map((size, axis) => (size ?? 0) - (imageOf(found)[axis] ?? 0));
  const sides = missing.map((one) => `(${Math.floor(one / 2)}, ${Math.ceil(one / 2)})`);
  const even = missing.every((one) => one === missing[0] && one % 2 === 0);
  return firstFixes(
    byHand('resize', `tf.image.resize(x, (${height}, ${width}))`, found, output),
    missing.every((one) => one >= 0)
      ? byHand(
          'pad',
          `ZeroPadding2D(${even ? (missing[0] ?? 0) / 2 : `(${sides.join(', ')})`})`,
          found,
          output,
        )
      : [],
  );
}
