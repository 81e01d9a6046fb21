import { z } from 'zod';
import { askingTask, defineCommand, questionFile, questionOptions } from '../src/command/index.ts';

const { question, input, framework, data_format, show, private: alone } = questionOptions;

export default defineCommand({
  name: 'compare',
  summary: 'Global against local pooling on your shape, or two layers or chains: are they the same?',
  options: z.object({ question, input, framework, data_format, show, private: alone }),
  file: questionFile,
  examples: [
    { text: '4x4x4', options: { input: '4x4x4' } },
    {
      text: 'GlobalAveragePooling2D with AveragePooling2D(2) on 8x8x16',
      options: { question: 'GlobalAveragePooling2D with AveragePooling2D(2)', input: '8x8x16' },
    },
    {
      text: 'MaxPool2d(2) twice with MaxPool2d(4)',
      options: { question: 'MaxPool2d(2) twice with MaxPool2d(4)' },
    },
  ],
  permission: 'everyone',
  prepare: (options, invocation, services) =>
    askingTask(options, { invocation, services, prefer: 'compare' }),
});
