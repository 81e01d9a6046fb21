import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTopic } from '../../src/answer/index.ts';
import { explainTopic, topicOf } from '../../src/explain/topics/index.ts';
import { readQuestion, type TopicId, topicIds } from '../../src/question/index.ts';
import { type Block, plain } from '../../src/reply/index.ts';
import { reply } from './said.ts';

/** What each explanation has to say, whatever the shape. */
const keyFacts: Readonly<Record<TopicId, readonly RegExp[]>> = {
  'global-vs-local': [/window/, /whole map/, /one number/],
  'gap-vs-flatten': [/Flatten/, /parameters/, /mean/],
  'gap-output-shape': [/one number per channel|channels give/, /keepdims=True/],
  keepdims: [/drops the pooled axes/, /broadcast/, /length one/],
  'why-gap': [/overfit/, /Any input size/, /channel/],
  architectures: [/DenseNet121/, /ResNet50/, /VGG16/],
  'variable-input-size': [/^Yes/, /Flatten it would not fit/, /None, None, None/],
  'output-size': [/⌊\(input − window\) \/ stride⌋ \+ 1/, /⌈input \/ stride⌉/, /dilation/],
  'default-stride': [/strides=None.*strides=pool_size/, /ONNX/],
  overlapping: [/overlap/, /shares/],
  'padding-modes': [/valid/, /⌈input \/ stride⌉/, /real cells/],
  'average-padding-count': [/count_include_pad/, /Keras/, /divisor_override/],
  'max-padding': [/−∞/, /half the window/],
  'ceil-mode': [/floor/, /ceil_mode=True/, /clipped/],
  'odd-sizes': [/drops the odd cell/, /multiple of/, /crop/],
  'non-square': [/height, width/],
  'data-format': [/channels_first/, /Only height and width are pooled/],
  channels: [/own/, /depth/],
  'pool-1d': [/steps/, /features/],
  'pool-3d': [/time/, /slices/],
  'adaptive-pooling': [/floor/, /ceil/, /overlap/],
  'global-max': [/anywhere/, /amax/],
  'max-vs-average': [/strongest|full strength/, /average/],
  'reduce-mean': [/^Yes/, /reduce_mean/, /never batch or channels/],
  masking: [/mask/, /divides by their number/, /NaN/],
  'linear-in-features': [/Flatten multiplies/, /LazyLinear/],
  parameters: [/no weights/, /fixed/],
  gradient: [/equal shares/, /all of it to the maximum/],
  ties: [/first/, /splits/],
  unpooling: [/return_indices/, /zero everywhere else/],
  'receptive-field': [/stride/, /jump/, /sees 8 cells/],
  invariance: [/shift/, /window/],
  'layer-order': [/max/, /average/, /ReLU/],
  cam: [/weight/, /channel/],
  'special-pooling': [/sum/, /maximum/, /random/],
  'nan-values': [/NaN/, /average/, /PyTorch/],
  'ndim-error': [/Dense or Flatten/, /height, width, channels/],
  'too-small-error': [/smaller window/, /global pooling/, /padding/],
  'framework-convert': [/count_include_pad/, /one side only/, /layout|channels last/],
};

function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'text'
        ? plain(block.content)
        : block.kind === 'steps'
          ? block.items.map(plain).join('\n')
          : '',
    )
    .join('\n');
}

function explained(id: TopicId, shape: string): { text: string; facts: object } {
  const answer = answerTopic(id, readQuestion({ text: `GlobalAveragePooling2D on ${shape}` }));
  return { text: words(explainTopic(answer)), facts: answer.facts };
}

/** Numbers as a reader sees them: group commas taken out, no digits of names such as AveragePooling2D or float16. */
function numbersIn(text: string): readonly number[] {
  const bare = text.replace(/(\d),(?=\d{3}\b)/g, '$1').replace(/[\p{L}_]+\d*\p{L}*(?=\W|$)/gu, ' ');
  return (bare.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

/** Every number in a value, however deep, and those in its strings. */
function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [Math.abs(value), Math.abs(Number(value.toPrecision(5)))];
  if (typeof value === 'string') return (value.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

describe('an explanation', () => {
  test.each(topicIds)('of %s has its key facts, a misconception and a question to try', (id) => {
    const { text } = explained(id, '7x7x512');
    for (const fact of keyFacts[id]) expect(text).toMatch(fact);
    expect(text).toMatch(/Often believed: .+\. In fact: .+\./);
    expect(readQuestion({ text: topicOf(id).next }).kind).not.toBe('unknown');
  });

  test.each(topicIds)('of %s states only numbers that were computed or have a source', (id) => {
    const sizes = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 2048 }),
    );
    const { next, figures } = topicOf(id);
    const sourced = [...numbersIn(next), ...figures.flatMap(({ figure }) => numbersIn(figure))];
    fc.assert(
      fc.property(sizes, (shape) => {
        const { text, facts } = explained(id, shape.join('x'));
        const known = new Set([...numbersOf(facts), ...sourced]);
        expect(numbersIn(text).filter((number) => !known.has(number))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

test('every figure names its source', () => {
  const figures = topicIds.flatMap((id) => topicOf(id).figures);
  expect(figures.filter(({ source }) => source.length < 10)).toEqual([]);
});

test('parameters are counted for the asker’s own map and Dense layer', () => {
  const words = reply('compare flatten vs gap on 8x8x256 for Dense(100), count params').words;
  expect(words).toContain('1,638,500 parameters against 25,700');
});

test('local and global pooling are compared by one reduction, or each by its own', () => {
  const plainly = reply('global vs local pooling?');
  expect(plainly.heading).toBe(
    'Local keeps a smaller map (2 × 2 × 4); global keeps one number per channel (4).',
  );
  expect(plainly.words).toContain('AveragePooling2D');
  expect(plainly.words).not.toContain('MaxPooling2D');
  const mixed = reply('MaxPooling2D(2) vs GlobalAveragePooling2D on 8x8x3', { show: 'more' }).words;
  expect(mixed).toContain('the maximum of one window: 4 cells');
  expect(mixed).toContain('the mean of the whole 8 × 8 map: 64 cells');
  expect(mixed).not.toContain('[picture');
});

test('the rows of a map are parted', () => {
  expect(reply('max or average pooling').words).toContain(
    'makes 8, 0 / 8, 0 of 0, 8, 0, 0 / 0, 8, 0, 0 / 0, 8, 0, 0 / 0, 8, 0, 0',
  );
});
