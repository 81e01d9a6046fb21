import { sizeOf } from '../array/ndarray.ts';
import type { Value } from '../value.ts';
import { floatValue, intValue, listValue, numberOf, tupleValue, unknown } from '../value.ts';
import { elementsOf, rangeOf } from './comprehension.ts';
import type { Given } from './given.ts';

type Builtin = (args: readonly Value[], given: Given) => Value | null;

const whole = (number: number | null): Value => (number === null ? unknown : intValue(Math.trunc(number)));

const extreme =
  (choose: (left: number, right: number) => boolean): Builtin =>
  (args) => {
    const [first] = args;
    const list = args.length === 1 && first ? elementsOf(first) : args;
    if (!list) return null;
    let best: Value | null = null;
    for (const value of list) {
      const [number, leader] = [numberOf(value), best && numberOf(best)];
      if (number === null) return unknown;
      if (best === null || leader === null || choose(number, leader)) best = value;
    }
    return best ?? unknown;
  };

const builtins: Readonly<Record<string, Builtin>> = {
  range: (args) => rangeOf(args) ?? unknown,
  len: ([value]) => {
    if (value?.type === 'array') return intValue(value.array.shape[0] ?? 0);
    const items = value && elementsOf(value);
    if (value?.type === 'str') return intValue(value.value.length);
    return items ? intValue(items.length) : unknown;
  },
  int: ([value]) => (value?.type === 'str' ? whole(numberIn(value.value)) : whole(numberOf(value))),
  float: ([value]) => {
    const number = value?.type === 'str' ? numberIn(value.value) : numberOf(value);
    return number === null ? unknown : floatValue(number);
  },
  bool: ([value]) => {
    const number = numberOf(value);
    return number === null ? unknown : { type: 'bool', value: number !== 0 };
  },
  abs: ([value]) => {
    const number = numberOf(value);
    if (number === null) return null;
    return value?.type === 'float' ? floatValue(Math.abs(number)) : intValue(Math.abs(number));
  },
  min: extreme((left, right) => left < right),
  max: extreme((left, right) => left > right),
  sum: ([value]) => {
    const items = value && elementsOf(value);
    if (!items) return null;
    let total = 0;
    for (const item of items) {
      const number = numberOf(item);
      if (number === null) return unknown;
      total += number;
    }
    return items.some((item) => item.type === 'float') ? floatValue(total) : intValue(total);
  },
  tuple: ([value]) => (value ? sequence(value, tupleValue) : tupleValue([])),
  list: ([value]) => (value ? sequence(value, listValue) : listValue([])),
  reversed: ([value]) => (value ? sequence(value, (items) => listValue(items.toReversed())) : unknown),
  enumerate: ([value]) =>
    value
      ? sequence(value, (items) => listValue(items.map((item, at) => tupleValue([intValue(at), item]))))
      : unknown,
  zip: (args) => {
    const lists = args.map(elementsOf);
    const [first] = lists;
    if (!first) return unknown;
    const shortest = Math.min(...lists.map((list) => list?.length ?? 0));
    return listValue(
      Array.from({ length: shortest }, (_, at) => tupleValue(lists.map((list) => list?.[at] ?? unknown))),
    );
  },
  dict: ([pairs], given) => dictionary(pairs, given),
  OrderedDict: ([pairs], given) => dictionary(pairs, given),
  print: () => unknown,
  type: () => unknown,
  isinstance: () => unknown,
  super: () => unknown,
};

function dictionary(pairs: Value | undefined, given: Given): Value {
  const entries = new Map<string, Value>();
  for (const pair of (pairs && elementsOf(pairs)) ?? []) {
    const [key, value] = elementsOf(pair) ?? [];
    if (key?.type === 'str' && value) entries.set(key.value, value);
  }
  for (const [name, value] of given.named) entries.set(name, value);
  return { type: 'dict', entries };
}

function sequence(value: Value, make: (items: readonly Value[]) => Value): Value {
  const items = elementsOf(value);
  return items ? make(items) : unknown;
}

/** A number as Python's `float` and `int` read it from text. */
function numberIn(text: string): number | null {
  const word = text.trim().toLowerCase();
  const sign = word.startsWith('-') ? -1 : 1;
  const bare = word.startsWith('-') || word.startsWith('+') ? word.slice(1) : word;
  if (bare === 'nan') return Number.NaN;
  if (bare === 'inf' || bare === 'infinity') return sign * Number.POSITIVE_INFINITY;
  return bare === '' || Number.isNaN(Number(bare)) ? null : sign * Number(bare);
}

/** What a built-in function returns; null where it is none, or leaves the call to be recorded. */
export function callBuiltin(name: string, given: Given): Value | null {
  return Object.hasOwn(builtins, name) ? (builtins[name]?.(given.positional, given) ?? null) : null;
}

/** Methods of an array that return a number or a shape: `.size()`, `.dim()`, `.numel()`, `.item()`. */
export function arrayQuery(name: string, given: Given): Value | null {
  const [receiver, argument] = given.positional;
  if (receiver?.type !== 'array') return null;
  const { shape, data } = receiver.array;
  switch (name) {
    case 'size':
      if (argument?.type !== 'int') return tupleValue(shape.map(intValue));
      return intValue(shape.at(argument.value) ?? Number.NaN);
    case 'dim':
      return intValue(shape.length);
    case 'numel':
      return intValue(sizeOf(shape));
    case 'item':
      return data?.length === 1 && data[0] !== undefined ? floatValue(data[0]) : unknown;
    default:
      return null;
  }
}
