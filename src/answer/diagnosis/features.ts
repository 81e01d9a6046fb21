import { type FrameworkId, python } from '../../frameworks/index.ts';
import type { Dimension, Shape } from '../../pooling/index.ts';
import type { Diagnosis, SquareMaps } from './diagnosis.ts';
import { byHand, byStep, type Fix, firstFixes } from './fix.ts';

export interface Mismatch {
  readonly framework: FrameworkId;
  readonly rows: Dimension;
  readonly arriving: number | null;
  readonly expected: number | null;
  readonly units: number | null;
}

/** "mat1 and mat2 shapes cannot be multiplied": another count of numbers arrives than the dense layer was built for. */
export function featuresMismatch({ framework, rows, arriving, expected, units }: Mismatch): Diagnosis {
  const maps = arriving === null || expected === null ? null : squareMaps(arriving, expected);
  const images = arriving === null || expected === null || rows === null ? 0 : (rows * arriving) / expected;
  const isRowOfMap = arriving !== null && expected !== null && expected % arriving ** 2 === 0;
  const unflattened =
    isRowOfMap && Number.isInteger(images) && images >= 1 && arriving < expected ? images : null;
  return {
    kind: 'features-mismatch',
    layer: framework === 'torch' ? 'Linear' : 'Dense',
    arriving,
    expected,
    units,
    rows,
    maps,
    unflattened,
    fixes:
      arriving === null || expected === null
        ? []
        : fixesFor({ framework, rows, arriving, expected, units, maps, unflattened }),
  };
}

interface Case {
  readonly framework: FrameworkId;
  readonly rows: Dimension;
  readonly arriving: number;
  readonly expected: number;
  readonly units: number | null;
  readonly maps: SquareMaps | null;
  readonly unflattened: number | null;
}

function fixesFor({ framework, rows, arriving, expected, units, maps, unflattened }: Case): readonly Fix[] {
  const torch = framework === 'torch';
  const input: Shape = [rows, arriving];
  const out = units ?? 10;
  const linear = (features: number, shape: Shape) =>
    torch && units !== null
      ? byStep(
          'match-features',
          `nn.Linear(${features}, ${out})`,
          {
            name: 'Linear',
            given: [
              { name: null, value: python.int(features) },
              { name: null, value: python.int(out) },
            ],
          },
          shape,
          'torch',
        )
      : [];
  const flat =
    unflattened === null
      ? []
      : byHand('flatten-first', torch ? 'torch.flatten(x, 1)' : 'Flatten()', input, [unflattened, expected]);
  const adapted = maps
    ? byHand(
        'adapt-map',
        torch
          ? `nn.AdaptiveAvgPool2d((${maps.expected}, ${maps.expected}))`
          : `AdaptiveAveragePooling2D((${maps.expected}, ${maps.expected}))`,
        torch
          ? [rows, maps.channels, maps.arriving, maps.arriving]
          : [rows, maps.arriving, maps.arriving, maps.channels],
        torch
          ? [rows, maps.channels, maps.expected, maps.expected]
          : [rows, maps.expected, maps.expected, maps.channels],
      )
    : [];
  const lazy =
    torch && units !== null ? byHand('lazy-features', `nn.LazyLinear(${out})`, input, [rows, out]) : [];
  const rebuilt =
    !torch && units !== null
      ? byStep(
          'match-features',
          `Dense(${out})`,
          { name: 'Dense', given: [{ name: null, value: python.int(out) }] },
          input,
          'keras',
        )
      : [];
  return firstFixes(flat, linear(arriving, input), rebuilt, adapted, unflattened === null ? lazy : []);
}

/** The largest count of channels that makes both numbers square maps: 1152 and 2048 are 3 × 3 and 4 × 4 of 128. */
function squareMaps(arriving: number, expected: number): SquareMaps | null {
  for (let channels = Math.min(arriving, expected); channels >= 1; channels -= 1) {
    if (arriving % channels !== 0 || expected % channels !== 0) continue;
    const sides = [arriving / channels, expected / channels].map(Math.sqrt);
    const [mine = 0, theirs = 0] = sides;
    if (sides.every(Number.isInteger)) return { channels, arriving: mine, expected: theirs };
  }
  return null;
}
