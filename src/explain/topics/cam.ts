import { formatNumber } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { makes, numbers, type Topic } from './topic.ts';

const zhou = 'Zhou et al., Learning Deep Features for Discriminative Localization, CVPR 2016, abstract';

export const cam: Topic<'cam'> = {
  title: 'Behind global average pooling the class weights can be moved onto the map',
  explain: ({ channels, weights, pooled, score, map, averaged }) => [
    paragraph(
      `The score of a class is a weighted sum of ${channels} channel means. A mean is linear, so weighing the feature maps first and averaging afterwards gives the same score; the weighted map, before it is averaged, is the class activation map.`,
    ),
    bullets(
      `two channels with weights ${numbers(weights)}: ${makes(pooled)}, and the score is ${formatNumber(score)}`,
      `the weighted map ${numbers(map)} has the mean ${numbers(averaged.values)}: the same`,
    ),
    paragraph(
      'So each cell of the map says how much that place speaks for the class. Trained on whole-image labels alone, it found objects with 37.1 % top-5 error, close to the 34.2 % of a network trained with boxes.',
    ),
  ],
  misconception: () => ({
    believed: 'a CAM needs extra training',
    actual:
      'It uses the weights that the Dense layer already has. With Flatten, or with hidden layers between, it does not work.',
  }),
  next: 'why do networks end in global average pooling?',
  figures: [
    { figure: '37.1', source: zhou },
    { figure: '34.2', source: zhou },
    { figure: '5', source: zhou },
  ],
};
