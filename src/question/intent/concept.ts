import type { TopicId } from '../topics.ts';
import type { Understanding } from '../understand.ts';

/** Topics that a plain question for a shape or a size touches anyway. */
const plain: readonly TopicId[] = [
  ...([
    'output-size',
    'gap-output-shape',
    'odd-sizes',
    'non-square',
    'data-format',
    'pool-1d',
    'pool-3d',
  ] as const),
  ...([
    'default-stride',
    'overlapping',
    'padding-modes',
    'ceil-mode',
    'adaptive-pooling',
    'global-max',
  ] as const),
  ...(['keepdims', 'unpooling', 'special-pooling', 'average-padding-count', 'architectures'] as const),
  'framework-convert',
];

/**
 * Whether a text with an input in it wants an explanation all the same: "can I feed 512x512 to a net trained on
 * 224x224", "how are the bins made". The bar is higher where the shape could be computed.
 */
export function isConceptual({ asks, cues }: Understanding, computable: boolean): boolean {
  const other = Math.max(
    0,
    ...[...cues].flatMap(([topic, weight]) => (plain.includes(topic) ? [] : [weight])),
  );
  const any = Math.max(0, ...cues.values());
  if (!computable) return other >= 4 || (any >= 6 && asks.has('explain') && !asks.has('shape'));
  if ((cues.get('gap-vs-flatten') ?? 0) >= 4 && asks.has('difference')) return true;
  if (asks.has('shape')) return false;
  return (other >= 4 && asks.has('explain')) || (asks.has('why') && any >= 6);
}
