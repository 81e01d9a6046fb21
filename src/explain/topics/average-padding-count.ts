import { bullets, paragraph } from '../prose.ts';
import { makes, numbers, type Topic } from './topic.ts';

export const averagePaddingCount: Topic<'average-padding-count'> = {
  title: 'PyTorch counts padded zeros in an average, Keras and ONNX do not',
  explain: ({ torch, torchReal, keras, onnx, onnxCounted, cells, realCells, edgeSum }) => [
    paragraph(
      `At the border a window holds padding. PyTorch divides by all ${cells} cells (\`count_include_pad=True\` is its default), Keras and TensorFlow always by the ${realCells} real ones; in ONNX \`count_include_pad\` is off unless it is set.`,
    ),
    bullets(
      `PyTorch: ${makes(torch)}`,
      `PyTorch without: ${makes(torchReal)}`,
      `Keras: ${makes(keras)}`,
      `ONNX: ${makes(onnx)}; with counting, ${numbers(onnxCounted.values)}`,
    ),
    paragraph(
      `The first window holds ${edgeSum} in sum: ${edgeSum} / ${cells} when zeros count, ${edgeSum} / ${realCells} when not. \`divisor_override\` in PyTorch replaces the divisor altogether.`,
    ),
  ],
  misconception: () => ({
    believed: 'the same padding gives the same averages everywhere',
    actual:
      'Only in the middle; set `count_include_pad=False` in PyTorch to get Keras’ numbers at the border.',
  }),
  next: 'nn.AvgPool1d(3, stride=1, padding=1, count_include_pad=False) on 1 2 3',
  figures: [],
};
