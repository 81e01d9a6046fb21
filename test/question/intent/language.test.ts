import { expect, test } from 'vitest';
import { readQuestion } from '../../../src/question/index.ts';

const models = [
  [
    'JavaScript',
    'model.add(tf.layers.conv2d({inputShape: [28, 28, 1], kernelSize: 3, filters: 16}));\nmodel.add(tf.layers.maxPooling2d({poolSize: 2}));',
  ],
  ['Julia', 'model = Chain(Conv((3, 3), 1 => 16, relu), MaxPool((2, 2)), Dense(2704 => 10)) on 28x28x1'],
  [
    'MATLAB',
    "layers = [\n imageInputLayer([28 28 1])\n maxPooling2dLayer(2,'Stride',2)\n fullyConnectedLayer(10)]",
  ],
] as const;

test.each(models)('a model in %s is named as such, not computed by rules of another', (language, text) => {
  const question = readQuestion({ text });
  expect(question).toMatchObject({ kind: 'unknown', unread: { reason: 'other-language', language } });
});

test('one name from another language is no model', () => {
  expect(readQuestion({ text: 'what is maxPooling2dLayer called in PyTorch?' })).not.toMatchObject({
    unread: { reason: 'other-language' },
  });
});
