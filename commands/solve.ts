import { z } from 'zod';
import {
  askingTask,
  defineCommand,
  layerOptions,
  questionFile,
  questionOptions,
} from '../src/command/index.ts';

const { question, layer, input, framework, show, private: alone } = questionOptions;
const { pool_size, strides, padding } = layerOptions;

export default defineCommand({
  name: 'solve',
  summary: 'The settings that turn one size into another, simplest first',
  options: z.object({
    question,
    input: input.describe('The size before pooling, as 28x28'),
    output: z.string().max(1000).optional().describe('The size to reach, as 7x7'),
    layer,
    pool_size,
    strides,
    padding,
    framework,
    show,
    private: alone,
  }),
  file: questionFile,
  examples: [
    {
      text: 'which pool_size gives 7x7 from 28x28?',
      options: { question: 'which pool_size gives 7x7 from 28x28?' },
    },
    {
      text: 'from 112x112 to 56x56 layer=MaxPool2d pool_size=3',
      options: { layer: 'MaxPool2d', input: '112x112', output: '56x56', pool_size: '3' },
    },
  ],
  permission: 'everyone',
  prepare: (options, invocation, services) => {
    const { input: from, output, layer: named, pool_size: window, strides: step, padding: border } = options;
    const said = [
      named ? `${named}:` : '',
      options.question ?? '',
      from ? `from ${from}` : '',
      output ? `to ${output}` : '',
      window ? `pool_size=${window}` : '',
      step ? `strides=${step}` : '',
      border ? `padding=${border}` : '',
    ];
    const text = said.filter((part) => part !== '').join(' ');
    const asked = { framework: options.framework, show: options.show, private: options.private };
    return askingTask({ ...asked, question: text }, { invocation, services, prefer: 'solve' });
  },
});
