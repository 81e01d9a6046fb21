import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const frameworkConvert: Topic<'framework-convert'> = {
  title: 'The same layer in another framework: check the layout and four defaults',
  explain: ({ keras, torch, onnx, kerasGlobal, torchGlobal, onnxGlobal, onnxDefault }) => [
    paragraph(
      'Keras has the channels last, PyTorch and ONNX first. Then compare what each takes when nothing is said: the stride, the side of odd padding, the divisor of an average, and the rounding.',
    ),
    bullets(
      turns(keras),
      `${turns(torch)}: the same shape, but PyTorch pads both sides; with an even size Keras pads one side only (right and bottom), so the windows start one cell apart and values differ`,
      turns(onnx),
      `a stride that is left out is the window in Keras and PyTorch, but one in ONNX: ${turns(onnxDefault)}`,
    ),
    bullets(turns(kerasGlobal), turns(torchGlobal), turns(onnxGlobal)),
    paragraph(
      'Averages with padding: PyTorch counts padded cells (`count_include_pad=True`), Keras never does, ONNX only when told to.',
    ),
  ],
  misconception: () => ({
    believed: 'equal shapes mean equal layers',
    actual: 'Padding on the other side gives the same shape and other numbers.',
  }),
  next: 'convert MaxPooling2D(3, strides=2, padding="same") to torch',
  figures: [],
};
