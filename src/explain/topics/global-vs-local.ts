import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic, turns } from './topic.ts';

export const globalVsLocal: Topic<'global-vs-local'> = {
  title: 'Local pooling keeps a smaller map, global pooling one number per channel',
  explain: ({ local, global, windowCells, mapCells, channels, localNumbers, globalNumbers }) => [
    paragraph(
      `Local pooling slides a small window (\`pool_size\`) over the map and keeps one number for each place, so it knows roughly where something was. Global pooling has one window as large as the whole map and keeps one number for each of the ${channels} channels.`,
    ),
    bullets(
      `${turns(local)}: each number stands for ${windowCells} cells`,
      `${turns(global)}: each number stands for all ${mapCells} cells`,
    ),
    paragraph(
      `On the numbers 1 to ${globalNumbers.given.length}: ${makes(localNumbers)}. ${makes(globalNumbers)}.`,
    ),
  ],
  misconception: () => ({
    believed: 'global pooling mixes the channels',
    actual: 'Both pool each channel on its own, and neither has weights.',
  }),
  next: 'global vs local pooling on 7x7x1024',
  figures: [],
};
