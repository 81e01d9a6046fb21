import { z } from 'zod';
import {
  askingTask,
  defineCommand,
  layerOptions,
  questionFile,
  questionOptions,
} from '../src/command/index.ts';

const { question, layer, input, framework, data_format, show, private: alone } = questionOptions;
const { pool_size, strides, padding, keepdims } = layerOptions;

export default defineCommand({
  name: 'pool',
  summary: 'Output shape and values of a pooling layer, and how they come about',
  options: z.object({
    question,
    layer,
    input,
    pool_size,
    strides,
    padding,
    keepdims,
    data_format,
    framework,
    show,
    private: alone,
  }),
  file: questionFile,
  examples: [
    {
      text: 'AveragePooling2D(2) on 4x4x4',
      options: { layer: 'AveragePooling2D', pool_size: '2', input: '4x4x4' },
    },
    {
      text: 'nn.AvgPool2d(2) on [8, 3, 5, 5]',
      options: { question: 'nn.AvgPool2d(2) on [8, 3, 5, 5]' },
    },
    {
      text: 'average pool 2x2 of [[1,2],[3,4]]',
      options: { question: 'average pool 2x2 of [[1,2],[3,4]]' },
    },
  ],
  permission: 'everyone',
  prepare: (options, invocation, services) => askingTask(options, { invocation, services }),
});
