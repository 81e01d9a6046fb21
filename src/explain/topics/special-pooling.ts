import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic } from './topic.ts';

export const specialPooling: Topic<'special-pooling'> = {
  title: 'LPPool lies between the sum and the maximum',
  explain: ({ sum, norm, high, signed, onnx, powers, max }) => [
    paragraph(
      `It raises the cells to the power p, sums them, and takes the p-th root: p = ${powers[0]} is the sum, p = ${powers[1]} the length of a vector, and as p grows towards infinity the result goes to the maximum.`,
    ),
    bullets(makes(sum), makes(norm), `${makes(high)}: already close to the maximum, ${max}`),
    paragraph(
      `PyTorch takes no absolute value (${makes(signed)}), ONNX does (${makes(onnx)}). Other kinds: fractional max pooling draws its window places at random, min pooling is max pooling of the negated map, and stochastic pooling picks a cell by chance.`,
    ),
  ],
  misconception: () => ({
    believed: 'LPPool averages',
    actual: 'It sums: nothing is divided by the number of cells.',
  }),
  next: 'nn.LPPool2d(2, 3, stride=2) on [1, 5, 19, 19]',
  figures: [],
};
