import type { Subject } from './subject.ts';
import { tensor, useOnNumbers } from './use.ts';

/** Two feature maps and the weights of one class: weighing the means is averaging the weighed map. */
export function camFacts({ height, width, channels }: Subject) {
  const weights = [2, -1];
  const cells: readonly (readonly [number, number])[] = [
    [1, 4],
    [3, 0],
    [5, 2],
    [7, 2],
  ];
  const pooled = useOnNumbers(
    'keras',
    'GlobalAveragePooling2D',
    {},
    { input: tensor([1, 2, 2, 2], cells.flat()) },
  );
  const weigh = (values: readonly number[]) =>
    values.reduce((sum, value, channel) => sum + value * (weights[channel] ?? 0), 0);
  const map = cells.map(weigh);
  const averaged = useOnNumbers('keras', 'GlobalAveragePooling2D', {}, { input: tensor([1, 2, 2, 1], map) });
  return { size: [height, width], channels, weights, pooled, score: weigh(pooled.values), map, averaged };
}
