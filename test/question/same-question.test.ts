import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuestion } from '../../src/question/index.ts';

/** A question without the text and the places it was read from. */
function meaning(text: string): unknown {
  return JSON.parse(
    JSON.stringify(readQuestion({ text }), (key, value) =>
      key === 'span' || key === 'text' ? undefined : value,
    ),
  );
}

const size = fc.integer({ min: 17, max: 300 });
const window = fc.integer({ min: 1, max: 5 });
const runs = { numRuns: 60 };

test('the notation of a shape changes nothing', () => {
  fc.assert(
    fc.property(size, size, size, window, (h, w, c, k) => {
      const written = [
        `${h}x${w}x${c}`,
        `${h}×${w}×${c}`,
        `${h} x ${w} x ${c}`,
        `${h}*${w}*${c}`,
        `(${h}, ${w}, ${c})`,
      ];
      const [first, ...others] = written.map((shape) => meaning(`AveragePooling2D(${k}) on ${shape}`));
      for (const other of others) expect(other).toEqual(first);
      const batched = [`(None, ${h}, ${w}, ${c})`, `[?, ${h}, ${w}, ${c}]`, `[-1,${h},${w},${c}]`].map(
        (shape) => meaning(`AveragePooling2D(${k}) on ${shape}`),
      );
      expect(new Set(batched.map((one) => JSON.stringify(one))).size).toBe(1);
    }),
    runs,
  );
});

test('case and spacing change nothing in plain English', () => {
  fc.assert(
    fc.property(size, size, window, window, fc.constantFrom('max', 'average'), (h, w, k, s, reduce) => {
      const text = `${reduce} pool ${k}x${k} stride ${s} of a ${h}x${w} map`;
      const plain = meaning(text);
      expect(meaning(text.toUpperCase())).toEqual(plain);
      expect(meaning(text.replaceAll(' ', '   '))).toEqual(plain);
      expect(meaning(`  ${text}\n`)).toEqual(plain);
    }),
    runs,
  );
});

test('a greeting and a signature change nothing', () => {
  fc.assert(
    fc.property(
      size,
      size,
      window,
      fc.constantFrom('hi, ', 'hello everyone! ', '@bot ', 'hey there, ', 'Dear TAs,\n\n'),
      fc.constantFrom('', ' thanks!', ' pls', '\n\nBest, Ana', ' thank you in advance'),
      (h, w, k, greeting, signature) => {
        const text = `nn.MaxPool2d(${k}) on [1, 3, ${h}, ${w}]`;
        expect(meaning(`${greeting}${text}${signature}`)).toEqual(meaning(text));
      },
    ),
    runs,
  );
});

test('the wrapping of code changes nothing', () => {
  fc.assert(
    fc.property(size, size, window, (h, w, k) => {
      const code = `x = torch.randn(1, 3, ${h}, ${w})\ny = nn.AvgPool2d(${k})(x)`;
      const wrapped = [
        `\`\`\`python\n${code}\n\`\`\``,
        `\`\`\`\n${code}\n\`\`\``,
        code
          .split('\n')
          .map((line) => `>>> ${line}`)
          .join('\n'),
        code.replaceAll(', ', ','),
      ].map(meaning);
      for (const one of wrapped) expect(one).toEqual(meaning(code));
    }),
    runs,
  );
});

test('one typo in a long word changes nothing', () => {
  const words = ['average', 'pooling', 'stride', 'height', 'channels'];
  const text = 'average pooling with pool size 2x2 and stride 2 on 8 (height) x 8 (width) x 3 (channels)';
  const plain = meaning(text);
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.integer({ min: 1, max: 4 }), (word, at) => {
      const swapped = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
      expect(meaning(text.replace(word, swapped))).toEqual(plain);
    }),
    runs,
  );
});
