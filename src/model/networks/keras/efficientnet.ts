import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { averageHead, convNormAct, kerasDraft, normAct, strideTwoPad, toEights } from './blocks.ts';

interface Row {
  readonly kernel: number;
  readonly repeats: number;
  readonly filters: number;
  readonly expansion: number;
  readonly stride: number;
}

/** The blocks of B0; the others have more of them, and wider ones. */
const rows: readonly Row[] = [
  { kernel: 3, repeats: 1, filters: 16, expansion: 1, stride: 1 },
  { kernel: 3, repeats: 2, filters: 24, expansion: 6, stride: 2 },
  { kernel: 5, repeats: 2, filters: 40, expansion: 6, stride: 2 },
  { kernel: 3, repeats: 3, filters: 80, expansion: 6, stride: 2 },
  { kernel: 5, repeats: 3, filters: 112, expansion: 6, stride: 1 },
  { kernel: 5, repeats: 4, filters: 192, expansion: 6, stride: 2 },
  { kernel: 3, repeats: 1, filters: 320, expansion: 6, stride: 1 },
];

/** Global pooling squeezes each map to one number, from which every channel's weight comes. */
function squeezeAndExcite(draft: Draft, x: Place, channels: number, squeezed: number): Place {
  const pooled = draft.add('GlobalAveragePooling2D', [], {}, x);
  const map = draft.add('Reshape', [[1, 1, channels]], {}, pooled);
  const narrow = draft.add('Conv2D', [squeezed, 1], { padding: 'same', activation: 'swish' }, map);
  const weights = draft.add('Conv2D', [channels, 1], { padding: 'same', activation: 'sigmoid' }, narrow);
  return draft.add('Multiply', [], {}, x, weights);
}

interface Block {
  readonly kernel: number;
  readonly entering: number;
  readonly filters: number;
  readonly expansion: number;
  readonly stride: number;
}

function mobileBlock(draft: Draft, x: Place, block: Block): Place {
  const { kernel, entering, filters, expansion, stride } = block;
  const channels = entering * expansion;
  const wide = expansion === 1 ? x : convNormAct(draft, x, channels, 1, { activation: 'swish' });
  const ready = stride === 2 ? strideTwoPad(draft, wide, kernel) : wide;
  const padding = stride === 2 ? 'valid' : 'same';
  const depthwise = draft.add(
    'DepthwiseConv2D',
    [kernel],
    { strides: stride, padding, use_bias: false },
    ready,
  );
  const weighted = squeezeAndExcite(
    draft,
    normAct(draft, depthwise, 'swish'),
    channels,
    Math.max(1, Math.floor(entering / 4)),
  );
  const narrow = convNormAct(draft, weighted, filters, 1, { activation: null });
  if (stride !== 1 || entering !== filters) return narrow;
  return draft.add('Add', [], {}, draft.add('Dropout', [0.2], {}, narrow), x);
}

interface Scale {
  readonly name: string;
  readonly width: number;
  readonly depth: number;
  readonly size: number;
  readonly dropout: number;
}

/** Tan and Le, "EfficientNet", 2019; as keras.applications builds it, with the scaling of pixels inside. */
const efficientnet = ({ name, width, depth, size, dropout }: Scale): Network => ({
  name: `EfficientNet${name}`,
  aliases: [`efficientnet-${name}`, `efficientnet_${name}`],
  framework: 'keras',
  input: [size, size, 3],
  smallestAdmitted: 32,
  source: 'https://keras.io/api/applications/efficientnet/',
  build(input) {
    const draft = kerasDraft(input);
    const scaled = draft.add('Normalization', [], {}, draft.add('Rescaling', [1 / 255], {}, draft.input));
    let entering = toEights(32 * width);
    let x = convNormAct(draft, strideTwoPad(draft, scaled, 3), entering, 3, {
      strides: 2,
      padding: 'valid',
      activation: 'swish',
    });
    for (const [at, row] of rows.entries()) {
      draft.enter(`block${at + 1}`);
      const filters = toEights(row.filters * width);
      for (let repeat = 0; repeat < Math.ceil(row.repeats * depth); repeat += 1) {
        x = mobileBlock(draft, x, { ...row, entering, filters, stride: repeat === 0 ? row.stride : 1 });
        entering = filters;
      }
    }
    draft.enter('top');
    averageHead(draft, convNormAct(draft, x, toEights(1280 * width), 1, { activation: 'swish' }), dropout);
    return draft.nodes;
  },
});

const scales: readonly Scale[] = [
  { name: 'B0', width: 1, depth: 1, size: 224, dropout: 0.2 },
  { name: 'B1', width: 1, depth: 1.1, size: 240, dropout: 0.2 },
  { name: 'B2', width: 1.1, depth: 1.2, size: 260, dropout: 0.3 },
  { name: 'B3', width: 1.2, depth: 1.4, size: 300, dropout: 0.3 },
  { name: 'B4', width: 1.4, depth: 1.8, size: 380, dropout: 0.4 },
  { name: 'B5', width: 1.6, depth: 2.2, size: 456, dropout: 0.4 },
  { name: 'B6', width: 1.8, depth: 2.6, size: 528, dropout: 0.5 },
  { name: 'B7', width: 2, depth: 3.1, size: 600, dropout: 0.5 },
];

export const efficientnets: readonly Network[] = scales.map(efficientnet);
