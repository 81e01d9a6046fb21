import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic, turns } from './topic.ts';

export const globalMax: Topic<'global-max'> = {
  title: 'Global max pooling keeps the strongest cell of each channel',
  explain: ({ shape, torch, maximum, mean, hot, cells }) => [
    paragraph(
      `It asks whether a feature appeared anywhere; the average asks how much of it there was. One cell of ${hot} among ${cells}: ${makes(maximum)}; ${makes(mean)}.`,
    ),
    bullets(turns(shape), `PyTorch has no Global class: ${turns(torch)}, or \`x.amax(dim=(2, 3))\``),
  ],
  misconception: () => ({
    believed: 'it is the same as a local max pooling with a large window',
    actual: 'Only for one fixed map size; the global one takes any.',
  }),
  next: 'GlobalMaxPooling2D on (None, 7, 7, 512)',
  figures: [{ figure: '2, 3', source: 'the spatial axes of PyTorch’s layout' }],
};
