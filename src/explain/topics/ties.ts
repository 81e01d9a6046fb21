import { bullets, paragraph } from '../prose.ts';
import { call, numbers, type Topic } from './topic.ts';

export const ties: Topic<'ties'> = {
  title: 'Of equal maxima in a window the first one gets the gradient',
  explain: ({ tied, torch, keras, globalMax }) => [
    paragraph(
      `The value is the same whoever wins; only the gradient and the index have to choose. Max pooling takes the first in row-major order: with ${numbers(torch.given)} the ${tied} at index ${numbers(torch.indices ?? [])}.`,
    ),
    bullets(
      `${call(torch)}: gradient ${numbers(torch.gradient ?? [])}`,
      `${call(keras)}: gradient ${numbers(keras.gradient ?? [])}`,
      `${call(globalMax)} takes a maximum over axes, which splits the gradient evenly: ${numbers(globalMax.gradient ?? [])}`,
    ),
  ],
  misconception: () => ({
    believed: 'equal maxima always share the gradient',
    actual: 'It depends on the operation: pooling picks the first one, a maximum over axes splits.',
  }),
  next: 'nn.MaxPool2d(2, return_indices=True) on [[5,2],[5,1]]',
  figures: [],
};
