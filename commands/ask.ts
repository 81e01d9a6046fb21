import { z } from 'zod';
import { askingTask, defineCommand, questionFile, questionOptions } from '../src/command/index.ts';

const { question, framework, data_format, show, private: alone } = questionOptions;

export default defineCommand({
  name: 'ask',
  summary: 'Ask anything about pooling layers, in your own words',
  options: z.object({ question, framework, data_format, show, private: alone }),
  file: questionFile,
  examples: [
    {
      text: 'what is the difference between GlobalAveragePooling2D and AveragePooling2D?',
      options: { question: 'what is the difference between GlobalAveragePooling2D and AveragePooling2D?' },
    },
    {
      text: 'GlobalAveragePooling2D on 2x8x8 data_format=channels_first',
      options: { question: 'GlobalAveragePooling2D on 2x8x8', data_format: 'channels_first' },
    },
  ],
  permission: 'everyone',
  prepare: (options, invocation, services) => askingTask(options, { invocation, services }),
});
