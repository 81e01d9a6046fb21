import { configure, type Written } from '../../src/frameworks/index.ts';
import { forward, type Layout, type Operation, type Tensor } from '../../src/pooling/index.ts';

/** Moves the channels of a batched array from one layout to the other. */
export function toLayout(input: Tensor, from: Layout, to: Layout): Tensor {
  if (from === to) return input;
  const rank = input.shape.length;
  const order =
    to === 'channels_last'
      ? [0, ...Array.from({ length: rank - 2 }, (_, axis) => axis + 2), 1]
      : [0, rank - 1, ...Array.from({ length: rank - 2 }, (_, axis) => axis + 1)];
  const shape = order.map((axis) => input.shape[axis] ?? 0);
  return build(shape, (position) => {
    const source = Array.from({ length: rank }, () => 0);
    for (const [axis, index] of position.entries()) source[order[axis] ?? 0] = index;
    return at(input, source);
  });
}

/** Runs written code on an array the way its text says: padding, layer, absolute value, division, Flatten. */
export function evaluate(written: Written, operation: Operation, input: Tensor): Tensor {
  const { code } = written;
  if (written.layer === null) return reduceBy(code, input);
  const prepared = pad(code, code.includes('x.abs()') ? map(input, Math.abs) : input);
  const configuration = configure(written.layer, written.given, { applied: written.applied });
  if (!configuration.ok) throw new Error(`${code} is refused: ${configuration.advice}`);
  const { output } = forward(
    { ...configuration.operation, axes: { ...configuration.operation.axes, rank: operation.axes.rank } },
    prepared,
  );
  const divisor = / \/ (-?\d+)$/.exec(code)?.[1];
  const divided = divisor === undefined ? output : map(output, (value) => value / Number(divisor));
  return code.includes('Flatten') ? { shape: divided.shape.slice(0, 2), data: divided.data } : divided;
}

/** `tf.reduce_mean(x, axis=(1, 2), keepdims=True)` and its kin. */
function reduceBy(code: string, input: Tensor): Tensor {
  const axes = (/axis=\(([\d, ]+)\)/.exec(code)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim())
    .map(Number);
  const kept = input.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const cells = axes.reduce((product, axis) => product * (input.shape[axis] ?? 1), 1);
  const mean = code.includes('mean');
  const sums = build(kept, () => (mean ? 0 : Number.NEGATIVE_INFINITY));
  each(input.shape, (position) => {
    const target = flat(
      kept,
      position.map((index, axis) => (axes.includes(axis) ? 0 : index)),
    );
    const value = at(input, position);
    const before = sums.data[target] ?? 0;
    sums.data[target] = mean ? before + value / cells : Math.max(before, value);
  });
  const shape = code.includes('keepdims=True') ? kept : kept.filter((_, axis) => !axes.includes(axis));
  return { shape, data: sums.data };
}

/** The padding that a layer or function in front adds, in whichever way its framework writes it. */
function pad(code: string, input: Tensor): Tensor {
  const sides = padSides(code, input.shape.length);
  if (sides === null) return input;
  const infinite = /float\("(-?)inf"\)/.exec(code);
  const fill =
    infinite === null ? 0 : infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const shape = input.shape.map((size, axis) => size + (sides[axis]?.[0] ?? 0) + (sides[axis]?.[1] ?? 0));
  return build(shape, (position) => {
    const source = position.map((index, axis) => index - (sides[axis]?.[0] ?? 0));
    return source.every((index, axis) => index >= 0 && index < (input.shape[axis] ?? 0))
      ? at(input, source)
      : fill;
  });
}

function padSides(code: string, rank: number): readonly (readonly [number, number])[] | null {
  const pairs = (text: string) =>
    [...text.matchAll(/(\d+), (\d+)/g)].map((match): [number, number] => [
      Number(match[1]),
      Number(match[2]),
    ]);
  const none: readonly [number, number] = [0, 0];
  const torch = /ConstantPad\dd\(\(([\d, ]+)\)/.exec(code)?.[1];
  if (torch !== undefined) return [none, none, ...pairs(torch).toReversed()];
  const zeros = /ZeroPadding\dD\((.*?)\), layers/.exec(code)?.[1];
  if (zeros !== undefined) {
    const spatial = pairs(zeros);
    return code.includes('channels_first') ? [none, none, ...spatial] : [none, ...spatial, none];
  }
  const all = /pad\(x, (\[\[.*?\]\])/.exec(code)?.[1];
  return all === undefined || pairs(all).length !== rank ? null : pairs(all);
}

const map = ({ shape, data }: Tensor, change: (value: number) => number): Tensor => ({
  shape,
  data: Float64Array.from(data, change),
});

function build(shape: readonly number[], valueAt: (position: readonly number[]) => number): Tensor {
  const data = new Float64Array(shape.reduce((product, size) => product * size, 1));
  each(shape, (position) => {
    data[flat(shape, position)] = valueAt(position);
  });
  return { shape, data };
}

function each(shape: readonly number[], visit: (position: readonly number[]) => void): void {
  const count = shape.reduce((product, size) => product * size, 1);
  for (let index = 0; index < count; index++) {
    let rest = index;
    const position = shape.map(() => 0);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const size = shape[axis] ?? 1;
      position[axis] = rest % size;
      rest = Math.floor(rest / size);
    }
    visit(position);
  }
}

const flat = (shape: readonly number[], position: readonly number[]): number =>
  position.reduce((index, place, axis) => index * (shape[axis] ?? 1) + place, 0);

const at = (tensor: Tensor, position: readonly number[]): number =>
  tensor.data[flat(tensor.shape, position)] ?? 0;
