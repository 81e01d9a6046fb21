import { convertTo } from '../array/arithmetic.ts';
import {
  broadcastTo,
  expandDims,
  flatten,
  moveAxis,
  permute,
  reshape,
  squeeze,
  swapAxes,
} from '../array/arrange.ts';
import { generate } from '../array/create.ts';
import { dtypeNamed, dtypeOf } from '../array/dtype.ts';
import { joinArrays, repeatArray } from '../array/join.ts';
import { type NdArray, sizeOf } from '../array/ndarray.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import { arrayValue, integerOf, integersOf, numberOf, type Value } from '../value.ts';
import { type Given, pick, sizes } from './given.ts';

interface Changing {
  readonly reading: Reading;
  readonly node: Node;
  readonly array: NdArray;
  /** The arguments with the array itself in front, as in `np.reshape(x, (2, 2))`. */
  readonly given: Given;
}

type Change = (changing: Changing) => NdArray | null;

const toShape: Change = ({ reading, node, array, given }) => {
  const shape = sizes(given, 1);
  if (!shape) return null;
  const order = pick(given, -1, 'order');
  if (order?.type === 'str' && order.value !== 'C') return null;
  const reshaped = reshape(array, shape);
  if (!reshaped)
    reading.report({ kind: 'reshape', size: sizeOf(array.shape), shape, span: reading.spanOf(node) });
  return reshaped;
};

const transposed: Change = ({ reading, array, given }) => {
  const { budget } = reading;
  const named = pick(given, -1, 'axes', 'perm', 'dims');
  const order = named ? integersOf(named) : sizes(given, 1);
  if (array.library === 'torch' && given.positional.length === 3) {
    const [first, second] = order ?? [];
    return first === undefined || second === undefined ? null : swapAxes(array, first, second, budget);
  }
  if (order) return permute(array, order, budget);
  return given.positional.length > 1
    ? null
    : permute(
        array,
        array.shape.map((_, axis) => array.shape.length - 1 - axis),
        budget,
      );
};

const pairOfAxes =
  (swap: typeof swapAxes): Change =>
  ({ reading, array, given }) => {
    const first = integerOf(pick(given, 1, 'axis1', 'source', 'dim0'));
    const second = integerOf(pick(given, 2, 'axis2', 'destination', 'dim1'));
    return first === null || second === null ? null : swap(array, first, second, reading.budget);
  };

const withAxis: Change = ({ array, given }) => {
  const axes = integersOf(pick(given, 1, 'axis', 'dim'));
  if (!axes) return null;
  return axes.reduce<NdArray | null>((changed, axis) => changed && expandDims(changed, axis), array);
};

const withoutAxis: Change = ({ array, given }) => {
  const axis = pick(given, 1, 'axis', 'dim');
  return axis ? (axis.type === 'int' ? squeeze(array, axis.value) : null) : squeeze(array, null);
};

const flat: Change = ({ array, given }) => {
  const start = pick(given, 1, 'start_dim');
  const end = pick(given, 2, 'end_dim');
  return flatten(array, integerOf(start) ?? 0, integerOf(end) ?? -1);
};

const cast: Change = ({ reading, array, given }) => {
  const dtype = dtypeOf(pick(given, 1, 'dtype'), array.library);
  return dtype && convertTo(dtype, array, reading.budget);
};

/** `.to(torch.float16)` and `.to(device)`: a device changes nothing about the numbers. */
const moved: Change = (changing) => cast(changing) ?? changing.array;

const expanded: Change = ({ reading, array, given }) => {
  const shape = sizes(given, 1);
  return shape && broadcastTo(array, shape, reading.budget);
};

const repeated: Change = ({ reading, array, given }) => {
  const times = pick(given, 1, 'reps', 'multiples');
  const counts = times?.type === 'int' ? sizes(given, 1) : integersOf(times);
  return counts && repeatArray(array, counts, reading.budget);
};

const filledWith: Change = ({ reading, array, given }) => {
  const value = numberOf(given.positional[1]);
  return value === null ? null : generate(array, array.shape, reading.budget, () => value);
};

const same: Change = ({ array }) => array;

const changes: Readonly<Record<string, Change>> = {
  reshape: toShape,
  view: toShape,
  transpose: transposed,
  permute: transposed,
  permute_dims: transposed,
  swapaxes: pairOfAxes(swapAxes),
  swapdims: pairOfAxes(swapAxes),
  moveaxis: pairOfAxes(moveAxis),
  movedim: pairOfAxes(moveAxis),
  expand_dims: withAxis,
  unsqueeze: withAxis,
  squeeze: withoutAxis,
  flatten: flat,
  ravel: flat,
  astype: cast,
  cast,
  to: moved,
  type: cast,
  expand: expanded,
  broadcast_to: expanded,
  tile: repeated,
};

const methods: Readonly<Record<string, Change>> = {
  fill_: filledWith,
  zero_: (changing) => generate(changing.array, changing.array.shape, changing.reading.budget, () => 0),
  repeat: (changing) => (changing.array.library === 'torch' ? repeated(changing) : null),
  copy: same,
  clone: same,
  detach: same,
  numpy: same,
  contiguous: same,
  cuda: same,
  cpu: same,
  requires_grad_: same,
};

const casts = new Set(['float', 'double', 'half', 'int', 'long', 'short', 'byte', 'bool', 'bfloat16']);

/** What a function or method that rearranges an array makes of it; null where it is none or can't be told. */
export function changeArray(
  reading: Reading,
  node: Node,
  name: string,
  given: Given,
  asMethod: boolean,
): NdArray | null {
  const first: Value | undefined = given.positional[0] ?? pick(given, -1, 'a', 'input', 'tensor');
  if (asMethod || first?.type === 'array') {
    if (first?.type !== 'array') return null;
    const changing = { reading, node, array: first.array, given };
    if (asMethod && casts.has(name)) {
      const dtype = dtypeNamed(name);
      return dtype && convertTo(dtype, first.array, reading.budget);
    }
    const table = asMethod && Object.hasOwn(methods, name) ? methods : changes;
    return Object.hasOwn(table, name) ? (table[name]?.(changing) ?? null) : null;
  }
  return joined(reading, name, given);
}

/** `stack`, `concatenate` and their other names. */
function joined(reading: Reading, name: string, given: Given): NdArray | null {
  const stacked = name === 'stack';
  if (!stacked && !['concatenate', 'concat', 'cat'].includes(name)) return null;
  const list = given.positional[0];
  if (list?.type !== 'list' && list?.type !== 'tuple') return null;
  const arrays: NdArray[] = [];
  for (const item of list.items) if (item.type === 'array') arrays.push(item.array);
  if (arrays.length !== list.items.length) return null;
  const axis = integerOf(pick(given, 1, 'axis', 'dim') ?? { type: 'int', value: 0 });
  return axis === null ? null : joinArrays(arrays, axis, stacked, reading.budget);
}

/** Attributes that are arrays themselves: `.T`, `.mT`, `.data`. */
export function arrayAttribute(reading: Reading, array: NdArray, name: string): Value | null {
  const { budget } = reading;
  const rank = array.shape.length;
  const changed =
    name === 'T'
      ? permute(
          array,
          array.shape.map((_, axis) => rank - 1 - axis),
          budget,
        )
      : name === 'mT'
        ? swapAxes(array, -2, -1, budget)
        : name === 'data'
          ? array
          : null;
  return changed && arrayValue(changed);
}
