import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const tooSmallError: Topic<'too-small-error'> = {
  title: 'The window is larger than the map that reaches it',
  explain: ({ window, map, refused, torch, smaller, same, global }) => [
    paragraph(
      `A window of ${window} does not fit on a map of ${map}, so the output size would be zero or less. Usually there is one pooling layer too many, the image is too small, or the channels were taken for a spatial axis.`,
    ),
    bullets(
      `a smaller window: ${turns(smaller)}`,
      `padding: ${turns(same)}`,
      `global pooling, which takes any size: ${turns(global)}`,
      'a larger image, or one pooling layer less before it',
    ),
    paragraph(`Keras says: \`${refused.message ?? ''}\` PyTorch says: \`${torch.message ?? ''}\``),
  ],
  misconception: () => ({
    believed: 'the layer itself is wrong',
    actual: 'Mostly its input has been shrunk too often before; print the shapes layer by layer.',
  }),
  next: 'how does 32x32 shrink through five 2x2 max pools?',
  figures: [],
};
