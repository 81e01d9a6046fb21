import { describe, expect, it } from 'vitest';
import { findCode, readCode, spanInText } from '../../../src/question/python/index.ts';

const found = (text: string): [string, string][] => findCode(text).map(({ kind, source }) => [kind, source]);

describe('findCode', () => {
  const read: readonly [string, string, readonly [string, string][]][] = [
    ['a fence', 'look\n```python\nMaxPool2d(2)\n```\nwhy?', [['fence', 'MaxPool2d(2)\n']]],
    ['a fence that ends on its last line', '```py\nMaxPool2d(2)```', [['fence', 'MaxPool2d(2)']]],
    ['a fence within a line', 'so ```MaxPool2d(2)``` gives?', [['fence', 'MaxPool2d(2)']]],
    ['a fence that never ends', '```\nMaxPool2d(2)', [['fence', 'MaxPool2d(2)']]],
    [
      'inline code',
      'is `strides=None` or ``a`b`` right',
      [
        ['inline', 'strides=None'],
        ['inline', 'a`b'],
      ],
    ],
    [
      'a session',
      '>>> x = np.ones(2)\n>>> for i in x:\n...     f(i)\n',
      [['repl', 'x = np.ones(2)\nfor i in x:\n    f(i)\n']],
    ],
    [
      'what a session printed',
      '>>> x.shape\ntorch.Size([1, 3])\nwhat does it mean',
      [
        ['repl', 'x.shape\n'],
        ['output', 'torch.Size([1, 3])\n'],
      ],
    ],
    [
      'a notebook',
      'In [3]: x\nOut[3]:\narray([1, 2])',
      [
        ['repl', 'x\n'],
        ['output', '\narray([1, 2])'],
      ],
    ],
    [
      'numbered lines',
      '7 model = Sequential()\n8 model.add(MaxPooling2D())\n',
      [['numbered', 'model = Sequential()\nmodel.add(MaxPooling2D())\n']],
    ],
    [
      'the arrow of a traceback',
      '      4 x = f()\n----> 5 y = pool(x)\n',
      [['numbered', 'x = f()\ny = pool(x)\n']],
    ],
    [
      'plain lines',
      'my code:\nk = 2\n\npool = MaxPool2d(\n    k)  # window\nwhat comes out',
      [['block', 'k = 2\n\npool = MaxPool2d(\n    k)  # window\n']],
    ],
    [
      'a class',
      'class A(nn.Module):\n    def forward(self, x):\n        return self.pool(x)\nok?',
      [['block', 'class A(nn.Module):\n    def forward(self, x):\n        return self.pool(x)\n']],
    ],
    [
      'a call in a sentence',
      'what does nn.AvgPool2d((3, 5), stride=(1, 2)) give on [2, 6, 30, 33]',
      [['call', 'nn.AvgPool2d((3, 5), stride=(1, 2))']],
    ],
    ['a call with what it is applied to', 'y = MaxPool2d(2)(x)? or', [['call', 'y = MaxPool2d(2)(x)']]],
    [
      'a chain of calls',
      'on np.arange(16).reshape(1, 4, 4, 1). ok',
      [['call', 'np.arange(16).reshape(1, 4, 4, 1)']],
    ],
    ['a compared shape', 'if x.shape == (1, 3, 8, 8) then', [['call', 'x.shape == (1, 3, 8, 8)']]],
    [
      'a call that is not closed',
      'nn.AvgPool2d((3, 5), stride=2 gives what on this',
      [['call', 'nn.AvgPool2d((3, 5), stride=2']],
    ],
    ['a call with a space', 'MaxPooling2D (pool_size = 2) on it', [['call', 'MaxPooling2D (pool_size = 2)']]],
    [
      'several calls',
      'Conv2D(16, 3) then MaxPooling2D(2).',
      [
        ['call', 'Conv2D(16, 3)'],
        ['call', 'MaxPooling2D(2)'],
      ],
    ],
    [
      'an R pipe',
      'this:\nmodel %>%\n  layer_max_pooling_2d(pool_size = c(2, 2))\nright?',
      [['block', 'model %>%\n  layer_max_pooling_2d(pool_size = c(2, 2))\n']],
    ],
    [
      'a prototxt block',
      'is pooling_param { pool: MAX kernel_size: 3 } ok',
      [['call', 'pooling_param { pool: MAX kernel_size: 3 }']],
    ],
    [
      'a prototxt layer',
      'see\nlayer {\n  type: "Pooling"\n  pooling_param { pool: AVE kernel_size: 2 }\n}\nthanks',
      [['block', 'layer {\n  type: "Pooling"\n  pooling_param { pool: AVE kernel_size: 2 }\n}\n']],
    ],
  ];
  for (const [what, text, stretches] of read) {
    it(`finds ${what}`, () => {
      expect(found(text)).toEqual(stretches);
    });
  }

  for (const text of [
    'the layer(s) before (max or average) pooling',
    'AveragePooling2D (the local one) against GlobalAveragePooling2D',
    'MaxPool2d(kernel 2, stride 2) in words',
    'input 31 (height) x 17 (width) x 12 (channels)',
    'so is strides = pool size then',
    'which is better?',
    '1. first try\n2. then ask',
    '3 6 9\n4 5 6',
    '',
  ]) {
    it(`leaves alone: ${text.replaceAll('\n', ' / ') || 'nothing'}`, () => {
      expect(found(text)).toEqual([]);
    });
  }

  it('reads typographic signs and keeps their places', () => {
    const text = 'what’s AveragePooling2D(pool_size=(2,\u00a02), padding=‘same’) on 8×8?';
    const [stretch] = findCode(text);
    expect(stretch?.source).toBe("AveragePooling2D(pool_size=(2, 2), padding='same')");
    expect(stretch && text.slice(stretch.span.start, stretch.span.end)).toBe(
      'AveragePooling2D(pool_size=(2,\u00a02), padding=‘same’)',
    );
  });

  it('takes zero-width characters out and keeps their places', () => {
    const text = 'Max\u200bPool2d(2, stride\u200b=1) x';
    const [stretch] = findCode(text);
    const [call] = stretch ? readCode(stretch.source).calls : [];
    const argument = call?.args[1];
    const span = stretch && argument ? spanInText(stretch, argument.span) : { start: 0, end: 0 };
    expect(call?.name).toBe('MaxPool2d');
    expect(text.slice(span.start, span.end)).toBe('stride\u200b=1');
  });

  it('maps spans through prompts', () => {
    const text = 'so:\n>>> pool = MaxPool2d(\n...     2)\n';
    const [stretch] = findCode(text);
    const [call] = stretch ? readCode(stretch.source).calls : [];
    const span = stretch && call ? spanInText(stretch, call.span) : { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe('MaxPool2d(\n...     2)');
  });

  it('knows the language of a fence', () => {
    expect(findCode('```R\nx <- 1\n```').map(({ language }) => language)).toEqual(['r']);
  });
});
