import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const oddSizes: Topic<'odd-sizes'> = {
  title: 'A size that the stride does not divide loses cells',
  explain: ({ side, halved, odd, halfOfOdd, backAgain, levels, factor, smaller, larger, valid, same }) => [
    paragraph(
      `Rounding down drops the odd cell: ${halved.join(' → ')} when ${side} is halved ${levels} times. ${
        odd === null
          ? 'Here every step divides evenly, so doubling brings the sizes back.'
          : `At ${odd} it becomes ${halfOfOdd}, and doubling gives ${backAgain} instead of ${odd}: a skip connection no longer fits.`
      }`,
    ),
    bullets(
      `choose a side that is a multiple of ${factor} (${levels} halvings): ${smaller === larger ? `${side} is one` : `${smaller} or ${larger} instead of ${side}`}; crop or pad the image to it`,
      'or crop the skip, or pad the upsampled map, to the smaller of the two sizes',
      'or upsample to the exact size of the skip (`F.interpolate(x, size=skip.shape[2:])`)',
    ),
    paragraph(`${turns(valid)}; ${turns(same)}.`),
  ],
  misconception: () => ({
    believed: 'upsampling undoes pooling',
    actual: 'It doubles what is left; the cell that rounding dropped does not come back.',
  }),
  next: 'how does 300x300 shrink through four 2x2 max pools?',
  figures: [{ figure: '2', source: 'the index of the first spatial axis in PyTorch' }],
};
