import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const pool3d: Topic<'pool-3d'> = {
  title: 'Three-dimensional pooling runs along depth, height and width',
  explain: ({ all, spaceOnly, global, torch }) => [
    paragraph(
      'For video the depth is time, for medical volumes it is the slices. All three axes are pooled by the same rule; a window of one on an axis leaves that axis alone.',
    ),
    bullets(turns(all), turns(spaceOnly), turns(global), `PyTorch: ${turns(torch)}`),
  ],
  misconception: () => ({
    believed: 'the depth of a volume is its channels',
    actual: 'Depth is a spatial axis; channels are one more axis and stay.',
  }),
  next: 'MaxPooling3D(pool_size=(2, 3, 3)) on (None, 10, 36, 48, 20)',
  figures: [],
};
