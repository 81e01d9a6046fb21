import { z } from 'zod';
import { askingTask, defineCommand, questionFile, questionOptions } from '../src/command/index.ts';

const { question, framework, data_format, private: alone } = questionOptions;

export default defineCommand({
  name: 'verify',
  summary: 'Is an answer right? Each shape, count and rule in it is checked',
  options: z.object({
    question: question.describe('The answer to check, as it was written'),
    framework,
    data_format,
    private: alone,
  }),
  file: questionFile,
  examples: [
    {
      text: 'AveragePooling2D(2) on 4x4x4 gives 2x2x4.',
      options: { question: 'AveragePooling2D(2) on 4x4x4 gives 2x2x4.' },
    },
    {
      text: 'GlobalAveragePooling2D has weights. Padding "same" keeps the size.',
      options: { question: 'GlobalAveragePooling2D has weights. Padding "same" keeps the size.' },
    },
  ],
  permission: 'everyone',
  prepare: (options, invocation, services) => askingTask(options, { invocation, services, prefer: 'verify' }),
});
