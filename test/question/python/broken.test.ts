import { describe, expect, it } from 'vitest';
import {
  codeLengthLimit,
  codeNestingLimit,
  describeProblem,
  readCode,
} from '../../../src/question/python/index.ts';
import { callsIn } from './shown.ts';

describe('broken code', () => {
  const read: readonly [string, string, readonly string[], readonly string[]][] = [
    [
      'an open bracket at the end',
      'nn.AvgPool2d((3, 5), stride=(1, 2)',
      ['nn.AvgPool2d((3, 5), stride=(1, 2))'],
      ['unclosed'],
    ],
    ['an open call with nothing in it', 'MaxPool2d(', ['MaxPool2d()'], ['unclosed']],
    [
      'an open bracket before the next statement',
      'f(g(1)\nh(2)',
      ['g(1)', 'f({g(1)})', 'h(2)'],
      ['unclosed'],
    ],
    ['a bracket too many', 'MaxPool2d(2))', ['MaxPool2d(2)'], ['unopened']],
    ['brackets of two kinds', 'MaxPool2d((2, 2])', ['MaxPool2d((2, 2))'], ['unopened']],
    ['an inner bracket left open', 'f([(1, 2], 3)', ['f([(1, 2)], 3)'], ['unclosed']],
    ['a missing comma', 'AvgPool2d(3 2, padding=1)', ['AvgPool2d(3, 2, padding=1)'], ['missing-comma']],
    [
      'a missing comma between layers',
      'Sequential([Conv2D(8, 3)\n MaxPooling2D(2)])',
      ['Conv2D(8, 3)', 'MaxPooling2D(2)'],
      ['missing-comma'],
    ],
    ['a missing comma between rows', 'f([[1, 2] [3, 4]])', ['f([[1, 2], [3, 4]])'], ['missing-comma']],
    [
      'a missing equals sign',
      'MaxPool2d(kernel_size 3, stride 2)',
      ['MaxPool2d(kernel_size=3, stride=2)'],
      ['missing-equals', 'missing-equals'],
    ],
    [
      'a missing quote',
      "AveragePooling2D(2, padding='same)",
      ["AveragePooling2D(2, padding='same')"],
      ['unclosed-string'],
    ],
    ['a missing value', 'MaxPool2d(kernel_size=, stride=2)', ['MaxPool2d(stride=2)'], []],
    ['a sign that is no Python', 'MaxPool2d(2) $ 3', ['MaxPool2d(2)'], ['syntax']],
  ];
  for (const [what, source, calls, problems] of read) {
    it(`is read as far as it goes: ${what}`, () => {
      expect(callsIn(source).slice(0, calls.length)).toEqual(calls);
      expect(readCode(source).problems.map(({ kind }) => kind)).toEqual(problems);
    });
  }

  it('is read around its odd indentation', () => {
    const source =
      'self.pool = nn.MaxPool2d(2)\n        self.conv = nn.Conv2d(3, 6, 5)\n    def forward(self, x):\n  return self.pool(x)';
    expect(callsIn(source)).toEqual(['nn.MaxPool2d(2)({x})', 'nn.Conv2d(3, 6, 5)']);
  });

  it('is named in a sentence at its place', () => {
    const source = 'AvgPool2d(3 2';
    const [comma, bracket] = readCode(source).problems;
    expect([bracket, comma].map((problem) => problem && describeProblem(problem))).toEqual([
      'A comma is missing before 2.',
      'The bracket ( is never closed.',
    ]);
    expect(readCode(source).problems.map(({ span }) => source.slice(span.start, span.end))).toEqual([
      '(',
      '2',
    ]);
  });

  it('is no problem where NumPy prints rows without commas', () => {
    const program = readCode('x = np.array([[ 0.5 -2. nan]\n [ 1.   3. -inf]])');
    expect(program.problems).toEqual([]);
    expect(program.arrays.map(({ shape, values }) => [shape, [...(values ?? [])]])).toEqual([
      [
        [2, 3],
        [0.5, -2, NaN, 1, 3, -Infinity],
      ],
    ]);
  });
});

describe('limits', () => {
  it('reads code up to the length limit and refuses more', () => {
    const filler = `# ${'x'.repeat(codeLengthLimit - 16)}\n`;
    expect(callsIn(`${filler}MaxPool2d(2)`)).toEqual(['MaxPool2d(2)']);
    const program = readCode(`${filler}MaxPool2d(2)   `);
    expect(program.calls).toEqual([]);
    expect(program.problems).toMatchObject([{ kind: 'too-long', limit: codeLengthLimit }]);
  });

  it('reads brackets up to the nesting limit and refuses deeper ones', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
    expect(callsIn(`f${nested(codeNestingLimit)}`)).toEqual(['f(1)']);
    expect(readCode(`f${nested(codeNestingLimit + 1)}`).problems).toMatchObject([{ kind: 'too-deep' }]);
  });

  for (const [what, source] of [
    ['minus signs', '-'.repeat(7000)],
    ['sums', `f(${'1+'.repeat(3500)}1)`],
    ['attributes', `a${'.b'.repeat(3500)}`],
    ['calls', `f${'()'.repeat(3500)}`],
    ['open brackets', '(['.repeat(3500)],
    ['indented blocks', Array.from({ length: 100 }, (_, at) => `${' '.repeat(at)}if x:`).join('\n')],
  ] as const) {
    it(`answers a long run of ${what}`, () => {
      expect(readCode(source).source).toBe(source);
    });
  }

  it('ends loops, recursions and lists that would never end', () => {
    const endless = ['def f(x):\n  return f(x)\nf(1)', 'for i in range(10**9):\n  f(i)', 'x = [0] * 10**9'];
    for (const source of endless) expect(readCode(source).source).toBe(source);
    const nested = 'for a in range(250):\n  for b in range(250):\n    for c in range(250):\n      g(a)';
    expect(readCode(nested).calls.length).toBeLessThan(5000);
  });
});
