import { expect, test } from 'vitest';
import { type Request, readQuestion } from '../../../src/question/index.ts';

const read = (text: string, request: Partial<Request> = {}) => readQuestion({ text, ...request });

test('local against global pooling is a comparison with both layers', () => {
  const question = read('what is the difference between GlobalAveragePooling2D and AveragePooling2D?');
  expect(question).toMatchObject({ kind: 'compare', about: 'local-global' });
  expect(question.calls.map(({ layer }) => layer.name)).toEqual([
    'GlobalAveragePooling2D',
    'AveragePooling2D',
  ]);
  expect(question.topics[0]).toBe('global-vs-local');
});

test('a bare shape under a command that compares is compared locally and globally', () => {
  const question = read('4x4x4', { prefer: 'compare' });
  expect(question).toMatchObject({ kind: 'compare', about: 'local-global' });
  expect(question.applications.map(({ call }) => call.layer.name)).toEqual([
    'AveragePooling2D',
    'GlobalAveragePooling2D',
  ]);
});

test.each([
  ['are nn.AdaptiveAvgPool2d(1) and GlobalAveragePooling2D the same?', 'equality'],
  ['max or average pooling for noisy images?', 'layers'],
  ['local vs global average pooling', 'local-global'],
])('%s is about %s', (text, about) => {
  expect(read(text)).toMatchObject({ kind: 'compare', about });
});

test.each([
  ['which pool_size gives 7x7 from 28x28?', [28, 28], [7, 7]],
  ['how do I get 8x8x16 out of 32x32x16 with max pooling', [32, 32], [8, 8]],
  ['what stride turns 30x30x8 into 10x10x8 with a 3x3 max pool', [30, 30], [10, 10]],
  ['input 32x32x3, output should be 8x8x3, which stride?', [32, 32], [8, 8]],
])('%s is to be solved', (text, from, target) => {
  expect(read(text)).toMatchObject({ kind: 'solve', from, target });
});

test.each([
  'I think AveragePooling2D(2) on 4x4x4 gives 2x2x4, is that right?',
  'my friend says GlobalAveragePooling2D on (None, 7, 7, 512) returns (None, 7, 512). correct?',
])('%s is to be verified, and the claimed shape is no input', (text) => {
  const question = read(text);
  expect(question).toMatchObject({ kind: 'verify', statements: [{ kind: 'sentence' }] });
  expect(question.inputs).toHaveLength(1);
});

test.each([
  ['nn.AvgPool2d(3, 2, 1) in keras?', ['keras']],
  ['what is global average pooling called in pytorch', ['torch']],
  ['translate MaxPooling1D(4) to onnx', ['onnx']],
])('%s is to be converted to %s', (text, to) => {
  expect(read(text)).toMatchObject({ kind: 'convert', to });
});

test('layers in a row are traced in order, repeated ones as often as they stand', () => {
  const question = read('conv 3x3 with 8 filters, then two 2x2 max pools, then GAP on 32x32x3');
  expect(question.kind === 'trace' && question.model.map(({ name }) => name)).toEqual([
    'Conv2D',
    'MaxPooling2D',
    'MaxPooling2D',
    'GlobalAveragePooling2D',
  ]);
  expect(question.applications).toEqual([]);
});

test('a module is traced through its forward method', () => {
  const question = read(`class Net(nn.Module):
    def __init__(self):
        self.conv = nn.Conv2d(3, 6, 5)
        self.pool = nn.MaxPool2d(2, 2)
    def forward(self, x):
        return self.pool(self.pool(self.conv(x)))
what shape for 3x32x32 images?`);
  expect(question.kind === 'trace' && question.model.map(({ name }) => name)).toEqual([
    'Conv2d',
    'MaxPool2d',
    'MaxPool2d',
  ]);
});

test('a gradient flows back through one window, a list of numbers and a default of ones', () => {
  const share = read('gradient 8 arrives at one 2x2 average pooling window');
  expect(share).toMatchObject({ kind: 'values', wants: ['gradient'] });
  const listed = read('max pool 1d window 2 on 3, 9, 4, 1 with upstream gradients 10, 20');
  expect(listed.kind === 'values' && [...(listed.upstream?.values ?? [])]).toEqual([10, 20]);
  const ones = read('gradient of a 2x2 max pool for [[1, 5], [2, 3]]');
  expect(ones.kind === 'values' && [...(ones.upstream?.values ?? [])]).toEqual([1]);
});

test('masks and indices are told from the input', () => {
  const masked = read('GlobalAveragePooling1D over steps 2, 4, 6, 100 with mask True True True False');
  expect(masked.kind === 'values' && [...(masked.mask?.values ?? [])]).toEqual([1, 1, 1, 0]);
  const unpooled = read('MaxUnpool2d(2) on [[6, 8], [14, 16]] with indices [[5, 7], [13, 15]]');
  expect(unpooled.kind === 'values' && [...(unpooled.indices?.values ?? [])]).toEqual([5, 7, 13, 15]);
  expect(unpooled.inputs).toHaveLength(1);
});

test('a request with an array asks for its values, with an upstream for the gradient', () => {
  const input = { shape: [1, 1, 4], values: [1, 2, 3, 4], dtype: 'float32' } as const;
  expect(
    read('nn.MaxPool1d(2)', { input: { ...input, shape: [...input.shape], values: [...input.values] } }).kind,
  ).toBe('values');
  const question = read('nn.MaxPool1d(2)', {
    input: { ...input, shape: [...input.shape], values: [...input.values] },
    upstream: { shape: [1, 1, 2], values: [1, 1] },
  });
  expect(question).toMatchObject({ kind: 'values', wants: ['gradient'] });
});

test('an FAQ command looks up its text', () => {
  expect(read('why densenet ends in gap', { prefer: 'faq' })).toMatchObject({
    kind: 'faq',
    query: 'why densenet ends in gap',
  });
});

test.each([
  'MaxPool2d(2) returns 8x8 for 17x17?',
  'I get 8x8 from MaxPool2d(2) on 17x17 but expected 9x9, why?',
  'why do I need 9x9 when MaxPool2d(2) on 17x17 returns 8x8?',
])('a size that somebody got or wanted is not pooled: %s', (text) => {
  const { applications } = readQuestion({ text });
  expect(applications.map(({ input }) => input?.read.shape)).toEqual([[17, 17]]);
});
