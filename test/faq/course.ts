import { draft } from './household.ts';

/** Entries as a course on convolutional networks would have them. */
export const course = [
  draft('Global or local pooling?', {
    body: 'Local pooling keeps a smaller map, global pooling one number per channel.',
    group: 'Basics',
    aliases: ['GAP', 'global average pooling'],
    triggers: [
      'What is the difference between global and local pooling?',
      'Why do networks end in GlobalAveragePooling2D?',
    ],
  }),
  draft('Default strides', {
    body: 'When `strides` is left out, it equals `pool_size`.',
    group: 'Arguments',
    aliases: ['strides=None'],
    triggers: ['What happens when I leave out the strides?', 'What is the default stride?'],
  }),
  draft('Padding same or valid', {
    body: '"valid" drops the last cells, "same" pads with cells that are not counted.',
    group: 'Arguments',
    triggers: ['When should I use padding same?'],
  }),
  draft('Submitting homework 3', {
    body: 'Upload the notebook by Friday 18:00. Late work loses ten points a day.',
    group: 'Organisation',
    aliases: ['hw3', 'homework deadline'],
    triggers: ['When is homework 3 due?'],
  }),
  draft('Overfitting', { body: 'Pooling has no weights, so it cannot overfit by itself.' }),
];
