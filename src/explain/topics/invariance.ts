import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic } from './topic.ts';

export const invariance: Topic<'invariance'> = {
  title: 'Pooling makes small shifts matter less, not nothing',
  explain: ({ before, inside, across, stride }) => [
    paragraph(
      'Partly, yes. While a peak moves inside one window the maximum stays the same; when it crosses into the next window the output moves too.',
    ),
    bullets(
      `before: ${makes(before)}`,
      `shifted inside its window: ${makes(inside)}`,
      `shifted on, into the next window: ${makes(across)}`,
    ),
    paragraph(
      `Exactly shifted output comes only from shifts by a multiple of the stride (${stride}). Global pooling does not care where in its map a feature stands, but the strided layers before it do.`,
    ),
  ],
  misconception: () => ({
    believed: 'pooling makes a network invariant to translation',
    actual: 'Only to small moves within a window; augmentation and anti-aliased pooling do the rest.',
  }),
  next: 'MaxPooling1D(2) on 0 0 9 0 0 0',
  figures: [],
};
