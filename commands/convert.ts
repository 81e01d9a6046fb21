import { z } from 'zod';
import { askingTask, defineCommand, questionFile, questionOptions } from '../src/command/index.ts';
import { frameworkNames } from '../src/frameworks/index.ts';

const { question, input, framework, private: alone } = questionOptions;

export default defineCommand({
  name: 'convert',
  summary: 'The same layer in Keras, PyTorch, ONNX and TensorFlow, with what differs',
  options: z.object({
    question,
    to: framework.describe('The framework to write it in'),
    input,
    private: alone,
  }),
  file: questionFile,
  examples: [
    {
      text: 'MaxPooling2D(3, strides=2, padding="same") to=torch',
      options: { question: 'MaxPooling2D(3, strides=2, padding="same")', to: 'torch' },
    },
    { text: 'nn.AvgPool2d(2, padding=1)', options: { question: 'nn.AvgPool2d(2, padding=1)' } },
  ],
  permission: 'everyone',
  prepare: ({ to, ...options }, invocation, services) => {
    const target = to ? ` to ${frameworkNames[to]}` : '';
    return askingTask(
      { ...options, question: `${options.question ?? ''}${target}` },
      { invocation, services, prefer: 'convert' },
    );
  },
});
