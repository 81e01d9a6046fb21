import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic, turns } from './topic.ts';

export const ceilMode: Topic<'ceil-mode'> = {
  title: 'Frameworks round down unless ceil_mode says up',
  explain: ({ floor, ceil, length, kernel, mapFloor, mapCeil, caffe }) => [
    paragraph(
      `${length} cells hold ${kernel} whole windows of ${kernel}; the last cell is left over. Rounding down (floor, the default of PyTorch, and Keras’ only way without padding) drops it; \`ceil_mode=True\` rounds up and gives it a window of its own, clipped at the border.`,
    ),
    bullets(makes(floor), makes(ceil), turns(mapFloor), turns(mapCeil)),
    paragraph(
      `A last window that would start in the padding is left out again. Caffe always rounds up: ${turns(caffe)}. Models that came from Caffe (GoogLeNet, SqueezeNet) therefore need \`ceil_mode=True\` in PyTorch.`,
    ),
  ],
  misconception: () => ({
    believed: 'the last window averages missing cells as zeros',
    actual: 'It is clipped and divides by the cells it has.',
  }),
  next: 'nn.MaxPool2d(2, ceil_mode=True) on [1, 10, 27, 41]',
  figures: [],
};
