import type { Layout } from '../../../pooling/index.ts';
import { frameworkOf, inOrder, integers, reduceOf } from './code.ts';

const mapOf: Readonly<Record<string, { readonly rank: 1 | 2 | 3; readonly layout: Layout }>> = {
  '1': { rank: 1, layout: 'channels_last' },
  '-2': { rank: 1, layout: 'channels_last' },
  '2': { rank: 1, layout: 'channels_first' },
  '-1': { rank: 1, layout: 'channels_first' },
  '1 2': { rank: 2, layout: 'channels_last' },
  '-3 -2': { rank: 2, layout: 'channels_last' },
  '2 3': { rank: 2, layout: 'channels_first' },
  '-2 -1': { rank: 2, layout: 'channels_first' },
  '1 2 3': { rank: 3, layout: 'channels_last' },
  '2 3 4': { rank: 3, layout: 'channels_first' },
};

/** Two reductions in a row: the second counts its axis without the first. */
const inTwoSteps: Readonly<Record<string, string>> = {
  '-1 -1': '-2 -1',
  '2 2': '2 3',
  '3 2': '2 3',
  '1 1': '1 2',
  '2 1': '1 2',
};

/** `tf.reduce_mean(x, [1, 2])`, `x.mean((2, 3))`, `np.mean(x, axis=(1, 2))`; none for other axes than the pooled ones. */
export function readReduction([
  ,
  library = '',
  name = '',
  axes = '',
  keepdims = '',
  second = '',
]: readonly string[]) {
  const written = inOrder(integers(axes));
  const map = mapOf[second === '' ? written : (inTwoSteps[`${written} ${second}`] ?? '')];
  if (map === undefined) return null;
  const framework = frameworkOf(library);
  return {
    kind: 'global' as const,
    ...map,
    framework,
    reduce: reduceOf(name),
    keepdims: /^true$/i.test(keepdims),
  };
}
