import type { SizeSum } from '../../answer/index.ts';
import { formatCrossed, formatNumber } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

const causes: Readonly<Record<NonNullable<Of<'window-too-large'>['swapped']>, string>> = {
  here: 'Likely cause: the data format. The channels are read as an axis of the image, so the layer would pool over them. PyTorch wants them before height and width, Keras after them unless `data_format="channels_first"` is set.',
  before:
    'Likely cause: the data format of the images. They are stored with the channels first, so the first layer read the channels as their height, and this narrow map is what is left of it. Smaller windows only hide that. In Keras `data_format="channels_first"` in every layer mends it too.',
};

/** ⌊(1 − 3) / 2⌋ + 1 = 0. */
const counted = ({ size, window, stride, output }: SizeSum): string =>
  `⌊(${size} − ${window}) / ${stride}⌋ + 1 = ${formatNumber(output)}`;

export function windowTooLarge({ window, map, sum, swapped, fixes }: Of<'window-too-large'>): Words {
  const what = window === null ? 'the pooling window' : `a window of ${window}`;
  const left = map ? `: ${formatCrossed(map)}` : '';
  const smallest = map ? Math.min(...map) : 0;
  return {
    title: 'The pooling window is larger than the map that reaches it',
    blocks: [
      paragraph(
        `The message says that ${what} does not fit on what is left of the map${left}. The output would have no cells${sum ? `: ${counted(sum)}` : ''}.`,
      ),
      paragraph(
        swapped
          ? causes[swapped]
          : 'Likely cause: one pooling layer or stride too many for this image size: each pooling of 2 halves what is left.',
      ),
    ],
    advice: swapped
      ? []
      : fixes.length > 0
        ? [
            paragraph(
              `Or take larger images, or one pooling layer less before this one.${smallest > 1 ? ` A window of up to ${smallest} fits.` : ''}`,
            ),
          ]
        : [
            bullets(
              'use a smaller window, or global pooling, which takes any map',
              'take larger images, or one pooling layer less before this one',
            ),
          ],
  };
}

export function convolutionTooLarge({
  kernel,
  map,
  padded,
  swapped,
  sum,
}: Of<'convolution-too-large'>): Words {
  const what = kernel ? `a kernel of ${formatCrossed(kernel)}` : 'the kernel';
  return {
    title: 'The convolution’s kernel is larger than the map that reaches it',
    blocks: [
      paragraph(
        `This comes from a convolution, not from pooling: ${what} does not fit on ${map ? `the map of ${formatCrossed(map)}` : 'the map'}${padded && map ? ', its padding included' : ''}. The output would have no cells${sum ? `: ${sum.size} − ${sum.window} + 1 = ${formatNumber(sum.output)} at stride 1` : ''}.`,
      ),
      paragraph(
        swapped
          ? causes.before
          : 'Likely cause: one pooling layer or stride too many before it for this image size: each pooling of 2 halves what is left.',
      ),
    ],
    advice: [paragraph(`${map ? 'The sizes are those of stride 1. ' : ''}Larger images mend it too.`)],
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
    advice: [],
  };
}
