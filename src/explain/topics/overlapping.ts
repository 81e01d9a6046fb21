import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic, turns } from './topic.ts';

export const overlapping: Topic<'overlapping'> = {
  title: 'A stride smaller than the window makes windows overlap',
  explain: ({ window, stride, shared, overlapping: overlap, apart, alexnet }) => [
    paragraph(
      `That is allowed. A window of ${window} cells at a stride of ${stride} shares ${shared} cell with its neighbour, so a cell can count twice.`,
    ),
    bullets(`overlapping: ${makes(overlap)}`, `side by side: ${makes(apart)}`),
    paragraph(
      `It loses less at the edges of windows and smooths the step from one output to the next. AlexNet pools so: ${turns(alexnet)}.`,
    ),
  ],
  misconception: () => ({
    believed: 'the stride has to equal the window',
    actual: 'It may be smaller (overlap) or larger (some cells are skipped).',
  }),
  next: 'MaxPooling2D(3, strides=2) on 55x55x96',
  figures: [],
};
