import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { squareMaps } from './features.ts';
import { byHand, byLayer, type Fix, firstFixes } from './fix.ts';

/** `x.view(-1, 400)` on a count of numbers that 400 does not divide. */
export function wrongCount(size: number, shape: Shape, framework: FrameworkId | 'numpy'): Diagnosis {
  const row = shape.reduce<number>((product, one) => product * (one ?? 1), 1);
  const open = shape.some((one) => one === null);
  return {
    kind: 'wrong-count',
    size,
    shape,
    row: open ? row : null,
    framework,
    fixes: framework === 'numpy' ? imageFixes(size, shape, row) : rowFixes(size, shape, framework),
  };
}

/** Each image keeps its own count of numbers, or the map before gets the size that was planned. */
function rowFixes(size: number, shape: Shape, framework: FrameworkId): readonly Fix[] {
  const [images, wanted] = [shape[0] ?? 1, shape.length === 2 ? (shape[1] ?? null) : null];
  if (wanted === null || size % images !== 0) return [];
  const torch = framework === 'torch';
  const flatten = torch ? 'torch.flatten(x, 1)' : 'Flatten()';
  // Without a batch in the shape the message does not tell how many images there are: one, for example.
  const extent = shape[0] === null ? 'example' : 'whole';
  const maps = squareMaps(size / images, wanted);
  if (!maps) return byHand('flatten-first', flatten, [size], [images, size / images], extent);
  const { channels, arriving, expected } = maps;
  const map = torch ? [images, channels, arriving, arriving] : [images, arriving, arriving, channels];
  const adapt = torch ? 'nn.AdaptiveAvgPool2d' : 'AdaptiveAveragePooling2D';
  return firstFixes(
    byHand('flatten-first', flatten, map, [images, size / images], extent),
    byLayer('adapt-map', `${adapt}((${expected}, ${expected}))`, map, torch ? 'torch' : 'keras', {
      extent: 'example',
    }),
  );
}

/** An image that has more channels than was thought, or several images in one array. */
function imageFixes(size: number, shape: Shape, row: number): readonly Fix[] {
  const times = size / row;
  if (!Number.isInteger(times) || shape.includes(null)) return [];
  const last = shape.at(-1) ?? 1;
  const coloured = [...shape.slice(0, -1), last * times];
  return firstFixes(
    last === 1 && times === 3
      ? byHand('all-channels', `x.reshape(${coloured.join(', ')})`, [size], coloured)
      : [],
    byHand('as-batch', `x.reshape(-1, ${shape.join(', ')})`, [size], [times, ...shape]),
  );
}
