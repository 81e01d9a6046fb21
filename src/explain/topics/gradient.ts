import { bullets, paragraph } from '../prose.ts';
import { call, numbers, type Topic } from './topic.ts';

export const gradient: Topic<'gradient'> = {
  title: 'Average shares the gradient evenly, max gives all of it to the winner',
  explain: ({ upstream, cells, average, max, overlap, mapCells, share }) => [
    paragraph(
      `A gradient of ${upstream} arrives at one window of ${cells} cells holding ${numbers(max.given)}. Average pooling divides it into equal shares; max pooling sends all of it to the maximum and nothing to the others.`,
    ),
    bullets(
      `${call(average)}: ${numbers(average.gradient ?? [])}`,
      `${call(max)}: ${numbers(max.gradient ?? [])}`,
      `where windows overlap, shares add up: ${call(overlap)} on ${numbers(overlap.given)} with ones arriving gives ${numbers(overlap.gradient ?? [])}`,
    ),
    paragraph(
      `Global average pooling of ${mapCells} cells gives each of them ${share} % of its channel's gradient.`,
    ),
  ],
  misconception: () => ({
    believed: 'max pooling blocks the gradient',
    actual: 'It routes it: the cell that won gets all of it, so only that cell learns from this image.',
  }),
  next: 'gradient 8 arrives at one 2x2 average pooling window. how much does each input get?',
  figures: [],
};
