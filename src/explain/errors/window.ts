import { formatCrossed, formatNumber } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

export function windowTooLarge({ window, map, sum, swapped, fits, fixes }: Of<'window-too-large'>): Words {
  const size = map ? formatCrossed(map) : null;
  const what = window === null ? 'the pooling window' : `a window of ${window}`;
  const counted = sum
    ? ` ⌊(${sum.size} − ${sum.window}) / ${sum.stride}⌋ + 1 = ${formatNumber(sum.output)}.`
    : '';
  return {
    title: 'The pooling window is larger than the map that reaches it',
    blocks: [
      paragraph(
        size
          ? `The message says that ${what} does not fit on what is left of the map: ${size}. The output would have no cells.${counted}`
          : `The message says that ${what} does not fit on what is left of the map, so the output would have no cells.`,
      ),
      paragraph(
        swapped
          ? 'Likely cause: the data format. An axis of the channels is read as one of the image, so the layer pools over the channels. In Keras set `data_format="channels_first"`, or move the channels to the end with `np.moveaxis(x, 1, -1)`; in PyTorch move them to the front with `permute`.'
          : 'Likely cause: one pooling layer or stride too many for this image size: each pooling of 2 halves what is left.',
      ),
    ],
    advice:
      fixes.length > 0
        ? [
            paragraph(
              `Or take larger images, or one pooling layer less before this one.${fits !== null && fits > 1 ? ` A window of up to ${fits} fits.` : ''}`,
            ),
          ]
        : [
            bullets(
              fits === null || fits < 1 ? 'use a smaller window' : `use a smaller window: up to ${fits} fits`,
              'use `padding="same"` (Keras), which pads as far as needed',
              'use global pooling (GlobalAveragePooling2D, or `nn.AdaptiveAvgPool2d` with output size one), which takes any map',
              'take larger images, or one pooling layer less before this one',
            ),
          ],
  };
}

export function paddingTooLarge({ padding, window, dilation, largest }: Of<'padding-too-large'>): Words {
  const reach = dilation * (window - 1) + 1;
  return {
    title: `Padding ${padding} is more than half of the window ${window}`,
    blocks: [
      paragraph(
        `PyTorch takes at most half the kernel as padding, here ${largest}${dilation === 1 ? '' : ` (with dilation ${dilation} the window reaches over ${reach} cells)`}: ⌊${reach} / 2⌋ = ${largest} < ${padding}. Otherwise a window could lie in padding alone and have no real cell.`,
      ),
    ],
    advice: [
      paragraph(
        `Or pad the input yourself before pooling: \`F.pad(x, …)\`. Set \`padding=${largest}\` or less in the layer.`,
      ),
    ],
  };
}
