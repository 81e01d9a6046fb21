import type { TopicId } from '../topics.ts';
import type { Understanding } from '../understand.ts';

/** Topics that a plain question for a shape or a size touches anyway. */
const sizes: ReadonlySet<TopicId> = new Set([
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
  ...([
    'keepdims',
    'unpooling',
    'special-pooling',
    'average-padding-count',
    'architectures',
    'framework-convert',
  ] as const),
]);

/**
 * Whether a text with an input in it wants an explanation all the same: "can I feed 512x512 to a net trained on
 * 224x224", "what changes for the Dense after a 7x7x512 map". The bar is higher where the shape could be computed.
 */
export function isConceptual({ asks, cues }: Understanding, computable: boolean): boolean {
  const strongest = Math.max(
    0,
    ...[...cues].flatMap(([topic, weight]) => (sizes.has(topic) ? [] : [weight])),
  );
  if (!computable) return strongest >= 4;
  return strongest >= 4 && asks.has('explain') && !asks.has('shape');
}
