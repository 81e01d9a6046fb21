import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic } from './topic.ts';

export const nanValues: Topic<'nan-values'> = {
  title: 'A NaN spoils the average of its window, and the maximum in most frameworks',
  explain: ({ torchMax, kerasMax, kerasGlobalMax, average, infinity }) => [
    paragraph(
      'It stays within the windows that hold it. An average with a NaN is NaN everywhere. For the maximum PyTorch and JAX let NaN win; TensorFlow’s max pooling on the CPU passes over it.',
    ),
    bullets(
      makes(torchMax),
      `${makes(kerasMax)} (on TensorFlow)`,
      makes(kerasGlobalMax),
      makes(average),
      `an infinity: ${makes(infinity)}`,
    ),
  ],
  misconception: () => ({
    believed: 'max pooling gets rid of NaN',
    actual:
      'Not in PyTorch or JAX, and a global maximum keeps it everywhere. Find where it comes from instead.',
  }),
  next: 'nn.MaxPool1d(2) on [1, nan, 3, 4]',
  figures: [],
};
