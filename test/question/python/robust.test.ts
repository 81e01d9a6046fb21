import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findCode,
  readCode,
  readRows,
  readStretches,
  spanInText,
} from '../../../src/question/python/index.ts';
import { callsIn, shownCalls } from './shown.ts';

const snippets = [
  'nn.AvgPool2d((3, 5), stride=(1, 2), count_include_pad=False)',
  "model.add(AveragePooling2D(pool_size=(2, 2), strides=None, padding='same'))",
  'y, i = nn.MaxPool2d(2, return_indices=True)(torch.arange(16.).reshape(1, 1, 4, 4))',
  'k = 3\ns = k - 1\npool = MaxPool2d(k, stride=s // 2)\nx = pool(F.relu(conv(x)))',
  'class Net(nn.Module):\n    def __init__(self):\n        self.pool = nn.MaxPool2d(2)\n    def forward(self, x):\n        return self.pool(x)',
  'x = np.zeros((2, 2))\nx[0, 1] = 5\nx = x[None, ..., None]',
  'for i in range(3):\n    model.add(MaxPooling2D(2))',
  '>>> x = [[1 2]\n... [3 4]]\n>>> x\n',
  'layer { type: "Pooling" pooling_param { pool: MAX kernel_size: 3 } }',
  'model %>% layer_max_pooling_2d(pool_size = c(2, 2))',
  'what does `MaxPool2d(2)` give on 3 6 9 12 or\n1 2 3\n4 5 6\n',
];
const scraps = fc.string({
  unit: fc.constantFrom(...'()[]{},.=:\n \'"`#>1230xkf*-+/%@$\\;|~×’\u200b'),
  maxLength: 6,
});

const anything = fc.array(fc.nat(0xffff), { maxLength: 80 }).map((units) => String.fromCharCode(...units));

/** A snippet with stretches of it taken out, doubled or replaced by scraps. */
const mutated = fc
  .tuple(fc.constantFrom(...snippets), fc.array(fc.tuple(fc.nat(200), fc.nat(12), scraps), { maxLength: 5 }))
  .map(([snippet, changes]) =>
    changes.reduce((text, [at, length, scrap]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + scrap + text.slice(length % 2 === 0 ? from : from + length);
    }, snippet),
  );

describe('reading any text', () => {
  it('throws nothing and keeps to the text', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, anything), (text) => {
        const within = (limit: number) => (item: { span: { start: number; end: number } }) =>
          item.span.start >= 0 && item.span.start <= item.span.end && item.span.end <= limit;
        let end = 0;
        for (const stretch of findCode(text)) {
          expect(stretch.offsets).toHaveLength(stretch.source.length + 1);
          expect(stretch.span.start).toBeGreaterThanOrEqual(end);
          end = stretch.span.end;
          const program = readCode(stretch.source);
          const items = [...program.calls, ...program.arrays, ...program.shapes, ...program.problems];
          expect(items.every(within(stretch.source.length))).toBe(true);
          const mapped = items.map((item) => ({ span: spanInText(stretch, item.span) }));
          expect(mapped.every(within(text.length))).toBe(true);
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const { calls, arrays, shapes, problems } of readStretches(findCode(text))) {
          expect([...calls, ...arrays, ...shapes, ...problems].every(within(text.length))).toBe(true);
        }
        expect(readCode(text).source).toBe(text);
        const rows = readRows(text);
        expect([...rows.arrays, ...rows.problems].every(within(text.length))).toBe(true);
        for (const { shape, values } of rows.arrays) {
          expect(values).toHaveLength(shape.reduce((size, length) => size * length, 1));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the same code written otherwise', () => {
  const value = fc.oneof(
    fc.integer({ min: -9, max: 99 }).map(String),
    fc.constantFrom(
      'None',
      'True',
      "'same'",
      '2.5',
      '(2, 2)',
      '[1, 2, 2, 1]',
      '(1,)',
      '((1, 1), (0, 0))',
      '3 * 2 - 1',
    ),
  );
  const argument = fc
    .tuple(fc.constantFrom('', 'stride=', 'padding=', 'pool_size='), value)
    .map((parts) => parts.join(''));
  const call = fc
    .tuple(
      fc.constantFrom('nn.MaxPool2d', 'tf.keras.layers.AveragePooling2D', 'pool', 'GlobalMaxPool1D'),
      fc.array(argument, { maxLength: 4 }),
    )
    .map(([name, args]) => `${name}(${args.join(', ')})`);
  const program = fc.array(call, { minLength: 1, maxLength: 3 });

  it('gives the same calls under other spacing and wrapping', () => {
    const space = fc.constantFrom('', ' ', '\n    ', '  \n');
    fc.assert(
      fc.property(program, fc.infiniteStream(space), (calls, spaces) => {
        const spaced = calls.map((written) =>
          written.replace(/[(,)]/g, (sign) => {
            const [before, after] = [spaces.next().value, spaces.next().value];
            if (sign === '(') return `(${after}`;
            return sign === ')' ? `${before})` : `${before},${after}`;
          }),
        );
        expect(callsIn(spaced.join('\n'))).toEqual(callsIn(calls.join('\n')));
      }),
      { numRuns: 80 },
    );
  });

  it('gives the same calls in a fence, behind prompts and behind line numbers', () => {
    fc.assert(
      fc.property(program, (calls) => {
        const lines = calls.map((written) => `x = ${written}`);
        const wanted = callsIn(lines.join('\n'));
        const texts = [
          lines.join('\n'),
          `hi\n\`\`\`python\n${lines.join('\n')}\n\`\`\`\nthanks`,
          lines.map((line) => `>>> ${line}`).join('\n'),
          lines.map((line, at) => `In [${at + 1}]: ${line}`).join('\n'),
          ...(lines.length > 1 ? [lines.map((line, at) => `${at + 9}  ${line}`).join('\n')] : []),
        ];
        for (const text of texts) {
          const found = findCode(text).flatMap(({ source }) => shownCalls(readCode(source)));
          expect(found).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same calls with typographic quotes and inside a sentence', () => {
    fc.assert(
      fc.property(call, (written) => {
        const wanted = callsIn(written);
        const typed = written.replaceAll("'same'", '‘same’').replaceAll(', ', ',\u00a0');
        const inText = (text: string): string[] =>
          findCode(text).flatMap(({ source }) => shownCalls(readCode(source)));
        expect(inText(`so \`${typed}\` is?`)).toEqual(wanted);
        if (!written.startsWith('pool')) expect(inText(`what does ${typed} give on 8x8`)).toEqual(wanted);
      }),
      { numRuns: 80 },
    );
  });
});
