import { z } from 'zod';
import { askingTask, defineCommand, questionFile, questionOptions } from '../src/command/index.ts';

const { question, input, framework, data_format, show, private: alone } = questionOptions;

export default defineCommand({
  name: 'trace',
  summary: 'A whole model layer by layer: shapes, parameters, and the first layer that fails',
  options: z.object({
    question: question.describe('The model: code, a summary, or its layers in a row'),
    input,
    framework,
    data_format,
    show,
    private: alone,
  }),
  file: questionFile,
  examples: [
    {
      text: 'Conv2D(32, 3), MaxPooling2D(2), Flatten(), Dense(10) on 28x28x1',
      options: { question: 'Conv2D(32, 3), MaxPooling2D(2), Flatten(), Dense(10)', input: '28x28x1' },
    },
    {
      text: 'nn.Sequential(nn.Conv2d(3, 16, 3), nn.MaxPool2d(2)) on (1, 3, 32, 32)',
      options: { question: 'nn.Sequential(nn.Conv2d(3, 16, 3), nn.MaxPool2d(2)) on (1, 3, 32, 32)' },
    },
  ],
  permission: 'everyone',
  prepare: (options, invocation, services) => askingTask(options, { invocation, services, prefer: 'trace' }),
});
