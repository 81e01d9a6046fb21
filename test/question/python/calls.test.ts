import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCode } from '../../../src/question/python/index.ts';
import { callsIn, shownValue } from './shown.ts';

const record = z.object({
  id: z.string(),
  layer: z.string(),
  call: z.string(),
  args: z.record(z.string(), z.json()),
});

const plain = (json: z.infer<ReturnType<typeof z.json>>): string => {
  if (json === null) return 'None';
  if (Array.isArray(json)) return `[${json.map(plain).join(', ')}]`;
  if (typeof json === 'string') return `'${json}'`;
  return typeof json === 'boolean' ? (json ? 'True' : 'False') : String(json);
};
const asList = (shown: string): string =>
  shown.replaceAll(',)', ']').replaceAll('(', '[').replaceAll(')', ']');

describe('the calls of the reference vectors', () => {
  for (const framework of ['keras', 'torch', 'onnx']) {
    it(`are read with the arguments of ${framework}'s records`, () => {
      const lines = readFileSync(`test/vectors/${framework}.jsonl`, 'utf8').trim().split('\n');
      for (const { id, layer, call, args } of lines.map((line) => record.parse(JSON.parse(line)))) {
        const [read] = readCode(call).calls;
        expect(read?.name.split('.').at(-1), id).toBe(layer);
        const found = read?.args.map(({ name, value }) => `${name}=${asList(shownValue(value))}`);
        expect(found, id).toEqual(Object.entries(args).map(([name, value]) => `${name}=${plain(value)}`));
      }
    });
  }
});

describe('arguments', () => {
  const read: readonly [string, string, string][] = [
    ['keeps the dotted name', 'tf.keras.layers.AveragePooling2D(2)', 'tf.keras.layers.AveragePooling2D(2)'],
    ['tells 2 from 2.0', 'f(2, 2.0, 1e-3, 0x10, 1_000)', 'f(2, 2.0, 0.001, 16, 1000)'],
    ['knows the constants', 'f(None, True, -1, +2, not True)', 'f(None, True, -1, 2, False)'],
    ['tells tuples from lists', 'f((2,), [2], (), (3), ((1, 2), [3]))', 'f((2,), [2], (), 3, ((1, 2), [3]))'],
    ['joins strings', `f('sa' "me", r'a\\b', 'it\\'s')`, `f('same', 'a\\b', 'it's')`],
    ['leaves f-strings alone', "f(f'{x}')", "f({f'{x}'})"],
    ['does the arithmetic', 'f(2*3+1, 7//2, 7/2, -7//2, -7%3, 2**3, 2**-1)', 'f(7, 3, 3.5, -4, 2, 8, 0.5)'],
    ['compares', 'f(1 < 2, 2 == 3, 1 if 2 > 1 else 0)', 'f(True, False, 1)'],
    [
      'calls the small built-ins',
      'f(len([1, 2]), int(2.9), min(3, 2), sum((1, 2)), max([4, 5]))',
      'f(2, 2, 2, 3, 5)',
    ],
    ['knows infinity and nan', "f(float('inf'), -np.inf, math.nan)", 'f(Infinity, -Infinity, NaN)'],
    [
      'multiplies and adds tuples',
      'f((2,) * 2, [1] + [2], (2, 3)[1], (1, 2, 3)[::-1])',
      'f((2, 2), [1, 2], 3, (3, 2, 1))',
    ],
    ['spreads what is known', "f(*[1, 2], **{'stride': 2}, **dict(p=1))", 'f(1, 2, stride=2, p=1)'],
    ['keeps the source of what it cannot work out', 'f(k + 1, pad=g(x))', 'g({x}) f({k + 1}, pad={g(x)})'],
    ['takes 2x2 for a pair', 'MaxPool2d(2x2, stride=3x1)', 'MaxPool2d((2, 2), stride=(3, 1))'],
  ];
  for (const [what, source, calls] of read) {
    it(what, () => {
      expect(callsIn(source).join(' ')).toBe(calls);
    });
  }

  it('gives a zero division and a number too large back as they were written', () => {
    expect(callsIn('f(1 / 0, 9**99)')).toEqual(['f({1 / 0}, {9**99})']);
  });

  it('says where each call and each argument stands', () => {
    const source = 'y = nn.AvgPool2d((3, 5), stride = (1, 2))';
    const [call] = readCode(source).calls;
    const at = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);
    expect(call && at(call.span)).toBe('nn.AvgPool2d((3, 5), stride = (1, 2))');
    expect(call?.args.map(({ span }) => at(span))).toEqual(['(3, 5)', 'stride = (1, 2)']);
    expect(call?.target).toBe('y');
  });

  it('reports an unknown ** and goes on without it', () => {
    const program = readCode('MaxPool2d(2, **options)');
    expect(program.calls[0]?.args).toHaveLength(1);
    expect(program.problems).toMatchObject([{ kind: 'ignored-argument', written: '**options' }]);
  });
});

describe('names', () => {
  it('stand for what was assigned last', () => {
    const source = 'k = 3\ns, (p, q) = 2, (1, 0)\nk += 1\nMaxPool2d(k, stride=s, padding=(p, q))';
    expect(callsIn(source)).toEqual(['MaxPool2d(4, stride=2, padding=(1, 0))']);
  });

  it('hold attributes, dictionaries and lists', () => {
    const source = "self.k = 2\ncfg = {'s': 3}\nsizes = [5]\nsizes.append(6)\nf(self.k, cfg['s'], sizes)";
    expect(callsIn(source)).toEqual(['f(2, 3, [5, 6])']);
  });

  it('are unknown after an unknown assignment', () => {
    expect(callsIn('k = 2\nk = read()\nf(k)').at(-1)).toBe('f({k})');
  });

  it('are told through imports', () => {
    const program = readCode(
      'import torch.nn as nn\nfrom tensorflow.keras.layers import MaxPool2D as MP, Dense\nnn.MaxPool2d(2)\nMP()',
    );
    expect(program.calls.map(({ qualified }) => qualified)).toEqual([
      'torch.nn.MaxPool2d',
      'tensorflow.keras.layers.MaxPool2D',
    ]);
  });

  it('take the branch that is known and each turn of a loop', () => {
    expect(callsIn('a = 1\nif a == 1:\n  f(1)\nelse:\n  f(2)')).toEqual(['f(1)']);
    expect(callsIn('for i in range(2):\n  f(i)\nfor a, b in zip([1], [2]):\n  g(a, b)')).toEqual([
      'f(0)',
      'f(1)',
      'g(1, 2)',
    ]);
    expect(callsIn('if x:\n  f(1)\nelse:\n  f(2)')).toEqual(['f(1)', 'f(2)']);
  });

  it('follow a function into its body', () => {
    expect(callsIn('def pool(k, s=2):\n  return MaxPool2d(k, s)\npool(3)\npool(s=1, k=2)')).toEqual([
      'MaxPool2d(3, 2)',
      'MaxPool2d(2, 1)',
    ]);
  });
});

describe('what a call is applied to', () => {
  it('is the second pair of parentheses', () => {
    const program = readCode('y = nn.MaxUnpool2d(2)(x, indices, output_size=(5, 5))');
    expect(callsIn(program.source)).toEqual(['nn.MaxUnpool2d(2)({x}, {indices}, output_size=(5, 5))']);
    expect(program.calls[0]?.target).toBe('y');
  });

  it('may come later, and more than once', () => {
    expect(callsIn('self.pool = nn.MaxPool2d(2)\ny = self.pool(x)\nz = self.pool(y)')).toEqual([
      'nn.MaxPool2d(2)({x})({y})',
    ]);
  });

  it('is told by where it comes from: an array, a call, a name', () => {
    const [conv, pool, mean] = readCode('a = conv(np.ones((1, 2)))\nb = Pool()(a)\nc = b.mean(w)').calls;
    expect(conv?.args[0]?.flow).toMatchObject({ from: 'array', array: { shape: [1, 2] } });
    expect(pool?.applied[0]?.args[0]?.flow).toEqual({ from: 'call', call: 0, applied: null, item: null });
    expect(mean?.receiver).toEqual({ from: 'call', call: 1, applied: 0, item: null });
    expect(mean?.args[0]?.flow).toEqual({ from: 'name', name: 'w' });
  });

  it('tells several results of one call apart', () => {
    const program = readCode('y, i = nn.MaxPool2d(2, return_indices=True)(x)\nnn.MaxUnpool2d(2)(y, i)');
    const flows = program.calls[1]?.applied[0]?.args.map(({ flow }) => flow);
    expect(flows).toEqual([
      { from: 'call', call: 0, applied: 0, item: 0 },
      { from: 'call', call: 0, applied: 0, item: 1 },
    ]);
  });

  it('says which call another stands in', () => {
    const program = readCode('model.add(MaxPooling2D((2, 2)))');
    expect(program.calls.map(({ name, within }) => [name, within])).toEqual([
      ['MaxPooling2D', 1],
      ['model.add', null],
    ]);
  });

  it('reads an ONNX node as its operator', () => {
    const source = "onnx.helper.make_node('MaxPool', inputs=['x'], outputs=['y'], kernel_shape=[3, 3])";
    expect(callsIn(source)).toEqual(['MaxPool(kernel_shape=[3, 3])']);
  });
});
