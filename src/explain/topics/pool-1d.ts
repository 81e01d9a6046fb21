import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic, turns } from './topic.ts';

export const pool1d: Topic<'pool-1d'> = {
  title: 'One-dimensional pooling runs along the time steps',
  explain: ({ steps, features, local, global, torch, numbers }) => [
    paragraph(
      `A sequence is (batch, steps, features) in Keras. The ${steps} steps (time, tokens) are pooled; the ${features} features are channels and stay.`,
    ),
    bullets(turns(local), turns(global), `PyTorch has the channels first: ${turns(torch)}`, makes(numbers)),
  ],
  misconception: () => ({
    believed: 'it pools the features of each step',
    actual: 'It pools each feature over neighbouring steps.',
  }),
  next: 'MaxPooling1D(pool_size=4) on (None, 130, 32)',
  figures: [],
};
