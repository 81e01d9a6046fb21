import { formatCount } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const variableInputSize: Topic<'variable-input-size'> = {
  title: 'With global pooling a network takes images of any size',
  explain: ({ one, other, open, flattenOne, flattenOther, channels, adaptive }) => [
    paragraph(
      `Yes: convolutions and pooling slide over any map, and global pooling ends in one number for each of the ${channels} channels, whatever the size. So the Dense layer behind it always fits.`,
    ),
    bullets(
      turns(one),
      turns(other),
      `open sizes: ${turns(open)}`,
      `PyTorch, to a fixed map: ${turns(adaptive)}`,
    ),
    paragraph(
      `After Flatten it would not fit: the same two maps give ${formatCount(flattenOne)} and ${formatCount(flattenOther)} numbers. Within one batch all images still have to have one size, and an image must be large enough for the pooling layers on the way.`,
    ),
  ],
  misconception: () => ({
    believed: 'any size works equally well',
    actual: 'It computes; but a network trained on one scale sees objects of another scale as something new.',
  }),
  next: 'GlobalAveragePooling2D on (None, None, None, 1024)',
  figures: [],
};
