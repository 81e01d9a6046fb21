import type { Answer, KnownNetwork } from '../answer/index.ts';
import type { Shape } from '../pooling/index.ts';
import { type Inline, type Message, strong } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCount, formatCrossed } from './format.ts';
import { message, text } from './message.ts';

/** Where a published network pools, with the shapes at the asker's image size, and what its head costs. */
export function explainNetwork(answer: Answer, known: KnownNetwork): Message {
  const { network, input, asked, pooling, head, smallest } = known;
  const own = (shape: Shape | null | undefined) => (shape ? formatCrossed(shape.slice(1)) : '?');
  const last = pooling.at(-1);
  const failing = pooling.some(({ problem }) => problem !== null);
  return message({
    title: failing
      ? `${network.name} needs larger images`
      : `${network.name} on ${formatCrossed(input)}: ${own(last?.inputs[0])} goes into the last pooling layer, ${own(last?.output)} comes out`,
    understood: asked ? null : `On the input that it was published with, ${formatCrossed(input)}.`,
    blocks: [
      {
        kind: 'table',
        caption: 'Its pooling layers, in order:',
        table: {
          header: ['layer', 'input', 'output'],
          rows: pooling.map((layer): readonly Inline[] => [
            strong(layer.name),
            own(layer.inputs[0]),
            layer.problem ? 'fails' : own(layer.output),
          ]),
          align: ['left', 'left', 'left'],
        },
      },
      ...(head?.flatten && head.globalPooling
        ? [
            text(
              `A Dense layer for ${formatCount(head.classes)} classes behind the last map has ${formatCount(head.globalPooling)} parameters after global pooling, and would have ${formatCount(head.flatten)} after Flatten.`,
            ),
          ]
        : []),
      text(`The smallest image that works is ${smallest} × ${smallest}.`),
    ],
    assumptions: assumptionLines(answer.question),
    sources: [],
  });
}
