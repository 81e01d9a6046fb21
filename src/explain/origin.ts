import type { Answer, NumberOrigins, Origin } from '../answer/index.ts';
import { frameworkNames } from '../frameworks/index.ts';
import type { Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCount, formatCrossed } from './format.ts';
import { list, message, text } from './message.ts';

/** Where a number comes from, in each published network that has it. */
export function explainOrigins(answer: Answer, { number, origins }: NumberOrigins): Message {
  const written = number.map((size) => formatCount(size)).join(' × ');
  const [first] = origins;
  const title = !first
    ? `I know no network that gives ${written}`
    : first.kind === 'flattened'
      ? `${written} = ${first.map.join(' · ')}, a last map flattened`
      : `Where ${written} is met`;
  return message({
    title,
    blocks: [
      ...(first ? [list(origins.map((origin) => originText(origin)))] : []),
      text(
        first
          ? 'In a model of your own it comes from its own sizes: paste the model with its input shape and I follow it.'
          : 'It will be channels × height × width of the last map. Paste the model with its input shape and I follow it to that number.',
      ),
    ],
    assumptions: assumptionLines(answer.question),
  });
}

/** One sentence: which network, which map, which product. */
export function originText(origin: Origin): string {
  const { network, input, map } = origin;
  const where = `${network.name} (${frameworkNames[network.framework]}) on ${formatCrossed(input)}`;
  switch (origin.kind) {
    case 'flattened':
      return `${where}: the last map is ${formatCrossed(map)}; flattened that is ${map.join(' · ')} = ${formatCount(countOf(map))} numbers.`;
    case 'channels':
      return `${where}: the last map, ${formatCrossed(map)}, has that many channels, and global pooling keeps one number for each.`;
    case 'layer':
      return `${where}: ${origin.name}${origin.stage ? ` in ${origin.stage}` : ''} gives ${formatCrossed(map)}.`;
  }
}

const countOf = (map: Origin['map']): number =>
  map.reduce<number>((product, size) => product * (size ?? 1), 1);
