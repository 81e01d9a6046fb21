import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic } from './topic.ts';

export const maxVsAverage: Topic<'max-vs-average'> = {
  title: 'Max keeps the strongest sign of a feature, average its amount',
  explain: ({ bright, max, average, cells }) => [
    paragraph(
      `Take a thin bright line of ${bright} on a dark ground. Max keeps it at full strength; the average of ${cells} cells dilutes it.`,
    ),
    bullets(makes(max), makes(average)),
    paragraph(
      'Choose max for sparse, sharp features such as edges, thin bright lines and key words; average where every cell carries something, for smooth backgrounds, and at the end of a network. For dark lines on a bright ground max would erase them: invert the image, or take the average.',
    ),
  ],
  misconception: () => ({
    believed: 'max pooling is simply better',
    actual:
      'It keeps noise peaks as well; average pooling calms them. Which wins is a matter of data, so try both.',
  }),
  next: 'average pool 2x2 of [[0,8,0,0],[0,8,0,0]]',
  figures: [],
};
