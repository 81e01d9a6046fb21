import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/question/python/index.ts';
import { arrayIn } from './shown.ts';

const array = (shape: readonly number[], values: readonly number[] | null, dtype = 'float32') => ({
  shape,
  dtype,
  values,
});
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('arrays in code', () => {
  const read: readonly [string, ReturnType<typeof array>][] = [
    ['[[1, 2], [3, 4.5]]', array([2, 2], [1, 2, 3, 4.5])],
    ['x = [1, 2, 3]', array([3], [1, 2, 3])],
    ['np.array([[1, 2], [3, 4]])', array([2, 2], [1, 2, 3, 4], 'int64')],
    ['np.array([[1, 2.5]])', array([1, 2], [1, 2.5], 'float64')],
    ["np.array([1, 2], dtype='float32')", array([2], [1, 2])],
    ['np.array([[True, False]])', array([1, 2], [1, 0], 'bool')],
    ['torch.tensor([[1., 2.], [-3.5, 4.e1]])', array([2, 2], [1, 2, -3.5, 40])],
    ['torch.tensor([1, 2], dtype=torch.half)', array([2], [1, 2], 'float16')],
    ['torch.Tensor([[1, 2]])', array([1, 2], [1, 2])],
    ['torch.Tensor(2, 3)', array([2, 3], null)],
    ['tf.constant([[1, 2]])', array([1, 2], [1, 2], 'int32')],
    ['tf.constant(3.0, shape=(1, 2))', array([1, 2], [3, 3])],
    ['tf.constant(np.arange(4), shape=(1, 2, 2, 1), dtype=tf.float32)', array([1, 2, 2, 1], upTo(4))],
    ['jnp.array([1.5])', array([1], [1.5])],
    ["np.array([1, float('nan'), np.inf, -np.inf])", array([4], [1, NaN, Infinity, -Infinity], 'float64')],
    ['np.arange(16).reshape(1, 1, 4, 4)', array([1, 1, 4, 4], upTo(16), 'int64')],
    ['torch.arange(1, 10, 4.)', array([3], [1, 5, 9])],
    ['tf.range(3)', array([3], [0, 1, 2], 'int32')],
    ['np.zeros((2, 2))', array([2, 2], [0, 0, 0, 0], 'float64')],
    ['torch.ones(1, 2)', array([1, 2], [1, 1])],
    ['np.full((2,), 7)', array([2], [7, 7], 'int64')],
    ['np.eye(2)', array([2, 2], [1, 0, 0, 1], 'float64')],
    ['np.linspace(0, 1, 5)', array([5], [0, 0.25, 0.5, 0.75, 1], 'float64')],
    ['np.random.rand(32, 28, 28, 3)', array([32, 28, 28, 3], null, 'float64')],
    ['np.random.normal(0, 1, size=(2, 3))', array([2, 3], null, 'float64')],
    ['torch.randn(1, 3, 8, 8)', array([1, 3, 8, 8], null)],
    ['torch.randint(0, 9, (2, 2))', array([2, 2], null, 'int64')],
    ['tf.random.normal((1, 4, 4, 1))', array([1, 4, 4, 1], null)],
    ['jax.random.normal(key, (1, 4))', array([1, 4], null)],
    ['np.empty((2, 2))', array([2, 2], null, 'float64')],
    ['np.ones_like(np.array([[5, 6]]))', array([1, 2], [1, 1], 'int64')],
    ['[[r * 2 + c for c in range(2)] for r in range(2)]', array([2, 2], upTo(4))],
  ];
  for (const [source, wanted] of read) {
    it(source, () => {
      expect(arrayIn(source)).toEqual(wanted);
    });
  }
});

describe('arrays that are changed', () => {
  const read: readonly [string, readonly number[], readonly number[] | null][] = [
    ['torch.arange(6).view(2, -1)', [2, 3], upTo(6)],
    ['np.arange(6).reshape((3, 2)).T', [2, 3], [0, 2, 4, 1, 3, 5]],
    ['np.transpose(np.arange(6).reshape(1, 2, 3), (2, 0, 1))', [3, 1, 2], [0, 3, 1, 4, 2, 5]],
    ['torch.arange(4).view(2, 2).transpose(0, 1)', [2, 2], [0, 2, 1, 3]],
    ['torch.arange(6).view(1, 2, 3).permute(0, 2, 1)', [1, 3, 2], [0, 3, 1, 4, 2, 5]],
    ['np.moveaxis(np.arange(6).reshape(1, 2, 3), -1, 1)', [1, 3, 2], [0, 3, 1, 4, 2, 5]],
    ['torch.arange(2).float().unsqueeze(0).unsqueeze(-1)', [1, 2, 1], [0, 1]],
    ['np.expand_dims(np.arange(2), axis=0)', [1, 2], [0, 1]],
    ['tf.expand_dims(tf.expand_dims(tf.constant([1., 2.]), 0), -1)', [1, 2, 1], [1, 2]],
    ['np.arange(2)[None, :, np.newaxis]', [1, 2, 1], [0, 1]],
    ['np.arange(9).reshape(3, 3)[1:, ::2]', [2, 2], [3, 5, 6, 8]],
    ['np.arange(9).reshape(3, 3)[..., -1]', [3], [2, 5, 8]],
    ['np.ones((1, 2, 1)).squeeze()', [2], [1, 1]],
    ['torch.arange(8).view(2, 2, 2).flatten(1)', [2, 4], upTo(8)],
    ['np.array([1.9, -1.9]).astype(int)', [2], [1, -1]],
    ['np.array([255, 256]).astype(np.uint8)', [2], [255, 0]],
    ['np.arange(4) * 2 - 1', [4], [-1, 1, 3, 5]],
    ['10 - np.arange(3) / 2', [3], [10, 9.5, 9]],
    ['np.arange(3) % 2 + np.array([[10], [20]])', [2, 3], [10, 11, 10, 20, 21, 20]],
    ['np.stack([np.zeros(2), np.ones(2)], axis=-1)', [2, 2], [0, 1, 0, 1]],
    ['torch.cat([torch.zeros(1, 2), torch.ones(1, 1)], dim=1)', [1, 3], [0, 0, 1]],
    ['np.tile(np.arange(2), (2, 2))', [2, 4], [0, 1, 0, 1, 0, 1, 0, 1]],
    ['torch.arange(2.).view(1, 2).expand(3, -1)', [3, 2], [0, 1, 0, 1, 0, 1]],
    ['x = np.zeros((2, 2))\nx[0, 1] = 5\nx[1] = [7, 8]', [2, 2], [0, 5, 7, 8]],
    ['x = np.zeros((2, 2))\nx[:, 0] += 3\nx[-1, -1] -= 1', [2, 2], [3, 0, 3, -1]],
    ['x = np.arange(4)\nx[x > 1] = 9', [4], [0, 1, 9, 9]],
    ['x = np.zeros(3, dtype=int)\nfor i in range(3):\n  x[i] = i * i', [3], [0, 1, 4]],
    ['x = torch.zeros(2)\nx.fill_(4)\ny = x', [2], [4, 4]],
    ['x = np.zeros(2)\nx[k] = 1', [2], null],
  ];
  for (const [source, shape, values] of read) {
    it(source.replaceAll('\n', '; '), () => {
      expect(arrayIn(source)).toMatchObject({ shape, values });
    });
  }

  it('keeps what lies in the array: any reshape and transpose moves, none loses', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    const moved = sizes.chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        order: fc.shuffledSubarray([...shape.keys()], { minLength: shape.length }),
      }),
    );
    fc.assert(
      fc.property(moved, ({ shape, order }) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const made = `np.arange(${size}).reshape(${shape.join(', ')})`;
        const back = order.map((_, axis) => order.indexOf(axis));
        const turned = arrayIn(`${made}.transpose(${order.join(', ')})`);
        expect(turned?.shape).toEqual(order.map((axis) => shape[axis]));
        expect(
          arrayIn(`${made}.transpose(${order.join(', ')}).transpose(${back.join(', ')})`)?.values,
        ).toEqual(upTo(size));
      }),
      { numRuns: 60 },
    );
  });
});

describe('which arrays are found', () => {
  const found = (source: string): (string | null)[] => readCode(source).arrays.map(({ name }) => name);

  it('is the last one of each name', () => {
    expect(found('x = np.zeros(3)\nx = np.ones((2, 2))')).toEqual(['x']);
    expect(arrayIn('x = np.zeros(3)\nx = np.ones((2, 2))')?.shape).toEqual([2, 2]);
  });

  it('is not what another array was only made from', () => {
    expect(found('a = [[1, 2], [3, 4]]\nx = np.array(a)\ny = x.reshape(1, 2, 2, 1)')).toEqual(['y']);
  });

  it('is not a list that is an argument', () => {
    expect(found('k = [2, 2]\nMaxPooling2D(k)')).toEqual([]);
  });

  it('stays what a call took, even if the name is bound anew', () => {
    expect(found('x = np.ones((1, 4, 4, 1))\ny = pool(x)\nx = np.zeros(2)')).toEqual(['x', 'x']);
  });
});

describe('what is wrong with an array', () => {
  it('names the ragged row', () => {
    expect(readCode('x = [[1, 2, 3], [4, 5, 6], [7, 8]]').problems).toMatchObject([
      { kind: 'ragged', row: 3, expected: 3, found: 2 },
    ]);
    expect(readCode('np.array([[1], [2, 3]])').problems).toMatchObject([{ kind: 'ragged', row: 2 }]);
  });

  it('names sizes that do not fit', () => {
    expect(readCode('np.arange(15).reshape(4, 4)').problems).toMatchObject([
      { kind: 'reshape', size: 15, shape: [4, 4] },
    ]);
    expect(readCode('np.ones(3) + np.ones(4)').problems).toMatchObject([{ kind: 'broadcast' }]);
    expect(readCode('np.ones((2, 2))[5]').problems).toMatchObject([{ kind: 'index', shape: [2, 2] }]);
  });

  it('keeps only the shape of what is too large to hold', () => {
    expect(arrayIn('np.zeros((4096, 4096))')).toEqual(array([4096, 4096], null, 'float64'));
    expect(arrayIn('torch.zeros(10**9, 10**9) + 1')).toMatchObject({ values: null });
    const many = Array.from({ length: 40 }, (_, at) => `x${at} = np.ones((1024, 1024))`).join('\n');
    expect(readCode(many).arrays.filter(({ values }) => values !== null).length).toBeLessThanOrEqual(4);
  });
});
