import { bullets, paragraph } from '../prose.ts';
import { call, makes, type Topic, turns } from './topic.ts';

export const adaptivePooling: Topic<'adaptive-pooling'> = {
  title: 'Adaptive pooling is told the output size and finds the windows itself',
  explain: ({ length, bins, lasts, uneven, even, plain, map }) => [
    paragraph(
      `Bin i runs from floor(i · n / o) up to, but without, ceil((i + 1) · n / o), for n cells and o outputs. For ${length} cells and ${bins.length} outputs: ${bins.map(([start], at) => `cells ${start} to ${lasts[at]}`).join(', ')}, counted from zero; bins overlap when o does not divide n.`,
    ),
    bullets(
      makes(uneven),
      `${makes(even)}, the same as ${call(plain)}: when o divides n it is plain pooling`,
      `${turns(map)}: any map becomes the size that was asked for`,
    ),
  ],
  misconception: () => ({
    believed: 'the windows are all equal',
    actual: 'Only when o divides n; otherwise some are one cell longer and neighbours share cells.',
  }),
  next: 'AdaptiveAvgPool1d(3) of [10, 20, 30, 40, 50]',
  figures: [{ figure: '1', source: 'the constant in the formula' }],
};
