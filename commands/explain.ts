import { z } from 'zod';
import { askingTask, defineCommand, questionFile, questionOptions } from '../src/command/index.ts';

const { question, input, framework, private: alone } = questionOptions;

export default defineCommand({
  name: 'explain',
  summary: 'What a pooling term means, or what an error message says, with numbers',
  options: z.object({
    question,
    topic: z
      .string()
      .max(100)
      .optional()
      .describe('A topic, as keepdims or ceil-mode')
      .meta({ complete: 'topic' }),
    input,
    framework,
    private: alone,
  }),
  file: questionFile,
  examples: [
    { text: 'keepdims', options: { topic: 'keepdims' } },
    { text: 'topic=why-gap 7x7x1024', options: { question: '7x7x1024', topic: 'why-gap' } },
  ],
  permission: 'everyone',
  prepare: ({ topic, ...options }, invocation, services) => {
    const text = [topic, options.question].filter((part) => part !== undefined).join(' ');
    return askingTask({ ...options, question: text }, { invocation, services, prefer: 'explain' });
  },
});
