import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { squareMaps } from './features.ts';
import { byHand, byLayer, firstFixes } from './fix.ts';

/** `x.view(-1, 400)` on a count of numbers that 400 does not divide. */
export function wrongCount(size: number, shape: Shape): Diagnosis {
  const known = shape.filter((one) => one !== null);
  const row = known.reduce((product, one) => product * one, 1);
  const open = shape.some((one) => one === null);
  const wanted = open && shape.length === 2 ? row : shape.length === 2 ? (shape[1] ?? null) : null;
  const images = open ? 1 : (shape[0] ?? 1);
  const maps = wanted === null || size % images !== 0 ? null : squareMaps(size / images, wanted);
  // Without a batch in the shape the message does not tell how many images there are: one, for example.
  const extent = open ? 'example' : 'whole';
  const map: Shape | null = maps && [images, maps.channels, maps.arriving, maps.arriving];
  return {
    kind: 'wrong-count',
    size,
    shape,
    row: open ? row : null,
    fixes: map
      ? firstFixes(
          byHand('flatten-first', 'torch.flatten(x, 1)', map, [images, size / images], extent),
          byLayer('adapt-map', `nn.AdaptiveAvgPool2d((${maps?.expected}, ${maps?.expected}))`, map, 'torch', {
            extent,
          }),
        )
      : size % images === 0 && shape.length === 2
        ? byHand(
            'flatten-first',
            'torch.flatten(x, 1)',
            [images, size / images],
            [images, size / images],
            extent,
          )
        : [],
  };
}
