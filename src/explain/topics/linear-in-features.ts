import { formatCrossed } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const linearInFeatures: Topic<'linear-in-features'> = {
  title: 'in_features is channels × height × width of the last map',
  explain: ({ pooled, product, features, units, global, channels }) => [
    paragraph(
      `${turns(pooled)}; Flatten multiplies all axes but the batch: ${formatCrossed(product)} = ${features}, so \`nn.Linear(${features}, ${units})\`.`,
    ),
    bullets(
      'Print the shape right before Flatten, and multiply it without the batch.',
      `Or let PyTorch count at the first call: \`nn.LazyLinear(${units})\`.`,
      `Or make it independent of the image size: ${turns(global)}, then \`nn.Linear(${channels}, ${units})\`.`,
    ),
  ],
  misconception: () => ({
    believed: 'in_features can be chosen',
    actual: 'It follows from the image size and every layer before; only out_features is yours.',
  }),
  next: 'nn.MaxPool2d(2) on [1, 16, 14, 14]',
  figures: [],
};
