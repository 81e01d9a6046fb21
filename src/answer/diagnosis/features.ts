import { type FrameworkId, python } from '../../frameworks/index.ts';
import type { Dimension, Shape } from '../../pooling/index.ts';
import type { Diagnosis, SquareMaps } from './diagnosis.ts';
import { byHand, byLayer, byStep, type Extent, type Fix, firstFixes } from './fix.ts';
import { isChannelsFirst } from './layout.ts';

export interface Mismatch {
  readonly framework: FrameworkId;
  readonly rows: Dimension;
  readonly arriving: number | null;
  readonly expected: number | null;
  readonly units: number | null;
}

/** "mat1 and mat2 shapes cannot be multiplied": another count of numbers arrives than the dense layer was built for. */
export function featuresMismatch(told: Mismatch): Diagnosis {
  const { framework, rows, arriving, expected, units } = told;
  const known = arriving === null || expected === null ? null : { ...told, arriving, expected };
  const maps = known && squareMaps(known.arriving, known.expected);
  const numbers = known && rows !== null ? rows * known.arriving : null;
  const images = known && numbers !== null ? numbers / known.expected : 0;
  const isRowOfMap = known !== null && known.expected % known.arriving ** 2 === 0;
  const unflattened =
    isRowOfMap && Number.isInteger(images) && images >= 1 && known.arriving < known.expected ? images : null;
  const oneImage = unflattened === null && images === 1 && rows !== 1;
  return {
    kind: 'features-mismatch',
    layer: layerIn(framework),
    arriving,
    expected,
    units,
    rows,
    maps: oneImage ? null : maps,
    unflattened,
    oneImage,
    fixes: known ? fixesFor({ ...known, maps, unflattened, oneImage }) : [],
  };
}

const layerIn = (framework: FrameworkId) =>
  framework === 'torch' ? 'Linear' : framework === 'caffe' ? 'InnerProduct' : 'Dense';

interface Case {
  readonly framework: FrameworkId;
  readonly rows: Dimension;
  readonly arriving: number;
  readonly expected: number;
  readonly units: number | null;
  readonly maps: SquareMaps | null;
  readonly unflattened: number | null;
  readonly oneImage: boolean;
}

function fixesFor(told: Case): readonly Fix[] {
  const { framework, rows, arriving, expected, units, maps, unflattened, oneImage } = told;
  const torch = framework === 'torch';
  if (unflattened !== null) {
    const side = arriving;
    const image = isChannelsFirst(framework)
      ? [unflattened, expected / side ** 2, side, side]
      : [unflattened, side, side, expected / side ** 2];
    return byHand('flatten-first', torch ? 'torch.flatten(x, 1)' : 'Flatten()', image, [
      unflattened,
      expected,
    ]);
  }
  if (oneImage && torch)
    return firstFixes(
      byHand('add-batch', 'torch.flatten(x.unsqueeze(0), 1)', [rows, arriving], [1, expected]),
      rebuilt(told),
    );
  // A map of one cell has nothing to adapt: it was pooled globally.
  const adapted = maps && maps.arriving > 1 ? adaptedMap(framework, rows, maps) : [];
  const lazy =
    torch && units !== null
      ? byHand('lazy-features', `nn.LazyLinear(${units})`, [rows, arriving], [rows, units])
      : [];
  return firstFixes(
    rebuilt(told),
    adapted,
    lazy,
    maps && maps.arriving > 1 && !torch ? pooledAll(framework, rows, maps) : [],
  );
}

/** Units that are taken for example where the message tells none. */
const exampleUnits = 10;

/** The dense layer, built for what arrives. */
function rebuilt({ framework, rows, arriving, units }: Case): readonly Fix[] {
  const out = units ?? exampleUnits;
  const extent: Extent = units === null ? 'example' : 'whole';
  const input: Shape = [rows, arriving];
  const given = (...values: readonly number[]) =>
    values.map((value) => ({ name: null, value: python.int(value) }));
  switch (framework) {
    case 'torch':
      return byStep(
        'match-features',
        `nn.Linear(${arriving}, ${out})`,
        { name: 'Linear', given: given(arriving, out) },
        input,
        'torch',
        extent,
      );
    case 'flax':
      return byHand('match-features', `nn.Dense(${out})`, input, [rows, out], extent);
    case 'jax':
      return byHand(
        'match-features',
        `nnx.Linear(${arriving}, ${out}, rngs=rngs)`,
        input,
        [rows, out],
        extent,
      );
    case 'caffe':
      return byHand(
        'match-features',
        `layer { name: "fc_new" type: "InnerProduct" inner_product_param { num_output: ${out} } }`,
        input,
        [rows, out],
        extent,
      );
    default:
      return byStep(
        'match-features',
        `Dense(${out})`,
        { name: 'Dense', given: given(out) },
        input,
        'keras',
        extent,
      );
  }
}

/** The map brought to the size that was planned; its channels are a guess, so that its shapes are an example. */
function adaptedMap(framework: FrameworkId, rows: Dimension, maps: SquareMaps): readonly Fix[] {
  const { channels, arriving, expected } = maps;
  const first = isChannelsFirst(framework);
  const map = (side: number): Shape => (first ? [rows, channels, side, side] : [rows, side, side, channels]);
  const size = `(${expected}, ${expected})`;
  switch (framework) {
    case 'torch':
      return byLayer('adapt-map', `nn.AdaptiveAvgPool2d(${size})`, map(arriving), 'torch', example);
    case 'keras':
      return byLayer('adapt-map', `AdaptiveAveragePooling2D(${size})`, map(arriving), 'keras', example);
    case 'jax':
    case 'flax':
      return byHand(
        'adapt-map',
        `jax.image.resize(x, (x.shape[0], ${expected}, ${expected}, ${channels}), "linear")`,
        map(arriving),
        map(expected),
        'example',
      );
    default:
      return [];
  }
}

const example = { extent: 'example' } as const;

/** Only the channels are left. */
function pooledAll(
  framework: FrameworkId,
  rows: Dimension,
  { channels, arriving }: SquareMaps,
): readonly Fix[] {
  const map: Shape = [rows, arriving, arriving, channels];
  if (framework === 'keras') return byLayer('global', 'GlobalAveragePooling2D()', map, 'keras', example);
  if (framework === 'jax' || framework === 'flax')
    return byHand('global', 'x.mean((1, 2))', map, [rows, channels], 'example');
  return [];
}

/** Networks of courses seldom have more channels before Flatten. */
const mostChannels = 512;

/** The largest count of channels that makes both numbers square maps: 1152 and 2048 are 3 × 3 and 4 × 4 of 128. */
export function squareMaps(arriving: number, expected: number): SquareMaps | null {
  for (let channels = Math.min(arriving, expected, mostChannels); channels >= 1; channels -= 1) {
    if (arriving % channels !== 0 || expected % channels !== 0) continue;
    const sides = [arriving / channels, expected / channels].map(Math.sqrt);
    const [mine = 0, theirs = 0] = sides;
    if (sides.every(Number.isInteger)) return { channels, arriving: mine, expected: theirs };
  }
  return null;
}
