import type { Draft } from '../../src/faq/index.ts';

const layers = ['AveragePooling2D', 'MaxPooling2D', 'GlobalAveragePooling2D', 'nn.AvgPool2d', 'nn.MaxPool2d'];
const aspects = [
  'padding',
  'strides',
  'ceil_mode',
  'keepdims',
  'gradients',
  'output shape',
  'channels_first',
];
const uses = ['in the lab', 'before Dense', 'with batches', 'in the exam', 'on small maps', 'in 1D', 'in 3D'];

/** The entry with this number, of a course that has very many. */
export const entry = (n: number): Draft => ({
  title: `${layers[n % 5]} and ${aspects[n % 7]} ${uses[(n % 49) % 7]}, note ${n}`,
  body: `What ${aspects[(n + 3) % 7]} does to ${layers[(n + 2) % 5]} ${uses[(n + 1) % 7]}, told for sheet ${n % 97}.`,
  group: uses[n % 7] ?? '',
  aliases: [`n${n}`],
  triggers: [`how does ${layers[n % 5]} treat ${aspects[(n + 1) % 7]} in sheet ${n}`],
});

export const queries = [
  'avrage pooling padding',
  'ceil mode maxpool2d lab',
  'global average before dense',
  'sheet 42',
];
