import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/index.ts';
import { explain } from '../../src/explain/index.ts';
import { type Request, readQuestion } from '../../src/question/index.ts';
import { plain } from '../../src/reply/index.ts';

const reply = (text: string, prefer?: Request['prefer']) =>
  explain(answerQuestion(readQuestion({ text, ...(prefer ? { prefer } : {}) })));

const words = (text: string, prefer?: Request['prefer']): string =>
  reply(text, prefer)
    .blocks.map((block) =>
      block.kind === 'text'
        ? plain(block.content)
        : block.kind === 'steps'
          ? block.items.map(plain).join('\n')
          : '',
    )
    .join('\n');

describe('solving', () => {
  const question = 'which pool_size gives 7x7 from 28x28?';

  test('names the setting, how it comes about, that it is the only one, and the rule', () => {
    expect(plain(reply(question).title)).toBe('pool_size=4');
    expect(words(question)).toContain('⌊(28 − 4) / 4⌋ + 1 = 7');
    expect(words(question)).toContain('It is the only one');
    expect(words(question)).toContain('larger than 28 / 8 and at most 28 / 7');
  });

  test('its buttons search with one thing changed', () => {
    const actions = reply(question).actions.flatMap((action) => (action.kind === 'ask' ? [action] : []));
    expect(actions.map(({ label }) => label)).toEqual(['with strides', 'padding same']);
    const totals = actions.map(
      ({ options }) =>
        answerQuestion(readQuestion({ text: String(options.question), prefer: 'solve' })).solved?.total,
    );
    expect(totals).toEqual([884, 1]);
  });

  test('where there is none it says why and what is near', () => {
    const none = 'which pool_size gives 8x8 from 28x28?';
    expect(words(none)).toContain('a window of 3 gives 9, one of 4 gives 7');
    expect(words(none)).toContain('9 × 9 with MaxPooling2D(pool_size=3)');
  });
});

describe('equality', () => {
  test('says when, shows both results, and tells the gradient apart', () => {
    const question =
      'is MaxPooling2D(3, strides=2, padding="same") the same as nn.MaxPool2d(3, 2, padding=1)?';
    expect(plain(reply(question).title)).toBe('The same only when height and width are odd');
    expect(words(question)).toMatch(/the first gives 7, 8, 11, 12 \(2 × 2\), the second 6, 8, 10, 12/);
    expect(words('is GlobalMaxPooling2D() the same as nn.AdaptiveMaxPool2d(1)?')).toMatch(
      /gradient is the same only where no two cells of a window tie/,
    );
  });
});

describe('checking', () => {
  test('counts, corrects, and says what it left alone', () => {
    const answer = 'GAP has weights. MaxPooling2D(2) on 28x28x64 gives 14x14x64. It trains faster.';
    expect(plain(reply(answer, 'verify').title)).toBe('Checked: 1 right, 1 wrong, 1 left alone');
    expect(words(answer, 'verify')).toMatch(/Wrong: GAP has weights → Pooling has no weights/);
    expect(words(answer, 'verify')).toMatch(/Left alone: It trains faster/);
  });
});
