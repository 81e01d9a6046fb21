import { formatSize } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const outputSize: Topic<'output-size'> = {
  title: 'The output size follows from input, window, stride and padding',
  explain: (facts) => [
    paragraph(
      `Each axis on its own. Without padding: ⌊(input − window) / stride⌋ + 1, here ⌊(${facts.height} − ${facts.kernel}) / ${facts.stride}⌋ + 1 = ${formatSize(facts.validHeight)}.`,
    ),
    bullets(
      turns(facts.valid),
      `\`padding="same"\`: ⌈input / stride⌉ = ⌈${facts.height} / ${facts.stride}⌉ = ${formatSize(facts.sameHeight)}, whatever the window. ${turns(facts.same)}`,
      `Padding of ${facts.padding} on both sides: ⌊(${facts.height} + ${facts.bothSides} − ${facts.kernel}) / ${facts.stride}⌋ + 1 = ${formatSize(facts.paddedHeight)}. ${turns(facts.padded)}`,
    ),
    paragraph(
      'With dilation the window counts as dilation · (window − 1) + 1 cells. Channels and batch stay as they are.',
    ),
  ],
  misconception: ({ stride }) => ({
    believed: 'a window of three makes the map three times smaller',
    actual: `the stride decides; a stride of ${stride} about halves the map with any window.`,
  }),
  next: 'MaxPooling2D(3, strides=2) on 28x28x64',
  figures: [{ figure: '1', source: 'the constant in the formula' }],
};
