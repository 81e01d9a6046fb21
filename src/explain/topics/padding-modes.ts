import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic, turns } from './topic.ts';

export const paddingModes: Topic<'padding-modes'> = {
  title: 'valid drops what does not fit, same pads until every cell is covered',
  explain: ({ oneStep, valid, same, sameByOne, validNumbers, sameNumbers }) => [
    paragraph(
      `\`padding="valid"\` uses no padding: ⌊(input − window) / stride⌋ + 1, and a rest at the end is not used. \`padding="same"\` gives ⌈input / stride⌉: the output has the size of the input only when the stride is ${oneStep}.`,
    ),
    bullets(turns(valid), turns(same), turns(sameByOne)),
    paragraph(
      `With numbers: ${makes(validNumbers)}; ${makes(sameNumbers)}. Keras puts the odd padding cell at the end, and averages divide by the real cells alone.`,
    ),
  ],
  misconception: () => ({
    believed: '`padding="same"` always keeps the size',
    actual:
      'In a pooling layer the stride equals the window unless it is given, so the map shrinks all the same.',
  }),
  next: 'AveragePooling2D(2, strides=1, padding="same") on 8x8x3',
  figures: [{ figure: '1', source: 'the constant in the formula' }],
};
