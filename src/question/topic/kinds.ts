import type { TopicId } from '../topics.ts';

/** What a recognised error message is about, by its id; two topics where the cause and the cure differ. */
const errors: Readonly<Record<string, readonly TopicId[]>> = {
  'negative-dimension': ['too-small-error'],
  'output-too-small': ['too-small-error'],
  'output-not-positive': ['too-small-error'],
  'negative-size': ['adaptive-pooling', 'too-small-error'],
  'fractional-window': ['too-small-error', 'special-pooling'],
  ndim: ['ndim-error'],
  'input-rank': ['ndim-error'],
  'linear-mismatch': ['linear-in-features'],
  reshape: ['linear-in-features'],
  'label-shape': ['gap-vs-flatten', 'linear-in-features'],
  concatenate: ['odd-sizes'],
  'padding-too-large': ['max-padding'],
  'padding-negative': ['max-padding'],
  'padding-argument': ['padding-modes'],
  'window-argument': ['output-size', 'non-square'],
  'stride-zero': ['default-stride', 'output-size'],
  'window-strides': ['default-stride'],
  'missing-argument': ['output-size', 'default-stride'],
  'unrecognised-argument': ['framework-convert'],
  'data-format-argument': ['data-format'],
  'layout-on-cpu': ['data-format'],
  'channel-mismatch': ['data-format'],
  'output-size-argument': ['adaptive-pooling'],
  'integer-average': ['max-vs-average'],
  'divisor-zero': ['average-padding-count'],
  'empty-map': ['global-max', 'gap-output-shape'],
  'unpool-output-size': ['unpooling'],
  'unpool-index': ['unpooling'],
  'fractional-size': ['special-pooling'],
  'fractional-ratio': ['special-pooling'],
};

/** The topics of a pasted error, first the most fitting. */
export function errorTopics(id: string): readonly (readonly [TopicId, number])[] {
  return (errors[id] ?? []).map((topic, index) => [topic, index === 0 ? 8 : 4]);
}
