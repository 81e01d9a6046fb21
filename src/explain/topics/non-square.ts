import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const nonSquare: Topic<'non-square'> = {
  title: 'Height and width are pooled each by its own numbers',
  explain: ({ image, window, torch, global }) => [
    paragraph(
      'Nothing has to be square. One number stands for both axes; a pair is (height, width), for the window, the stride and the padding alike.',
    ),
    bullets(turns(image), turns(window), `PyTorch: ${turns(torch)}`, turns(global)),
  ],
  misconception: () => ({
    believed: 'a pair is (width, height), as image programs have it',
    actual: 'Tensors are rows first: height stands before width.',
  }),
  next: 'nn.AvgPool2d((3, 5), stride=(1, 2)) on [2, 6, 30, 33]',
  figures: [],
};
