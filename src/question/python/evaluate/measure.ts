import type { Flow, Measure } from '../program.ts';
import { type SizeValue, unknown, type Value } from '../value.ts';

/** `c * h * w` of lengths that only a trace knows, and of numbers; null for anything else. */
export function multiplied(left: Value, right: Value): Value | null {
  const [one, other] = [factorsOf(left), factorsOf(right)];
  if (one === null || other === null || one.factors.length + other.factors.length === 0) return null;
  return {
    type: 'product',
    factors: [...one.factors, ...other.factors],
    times: one.times * other.times,
  };
}

interface Factors {
  readonly factors: readonly SizeValue[];
  readonly times: number;
}

function factorsOf(value: Value): Factors | null {
  switch (value.type) {
    case 'int':
      return { factors: [], times: value.value };
    case 'size':
      return value.axis === null ? null : { factors: [value], times: 1 };
    case 'product':
      return value;
    default:
      return null;
  }
}

/** `x.size()[2:]`; unknown where the bounds are not known. */
export function slicedSizes({ of }: SizeValue, start: Value, stop: Value): Value {
  const bound = (value: Value): number | null | 'open' =>
    value.type === 'int' ? value.value : value.type === 'none' ? 'open' : null;
  const [from, to] = [bound(start), bound(stop)];
  if (from === null || to === null) return unknown;
  return { type: 'sizes', of, from: from === 'open' ? 0 : from, to: to === 'open' ? null : to };
}

/** What an argument measures; null where it is no length of a tensor. */
export function measureOf(value: Value): Measure | null {
  if (value.type === 'sizes') return { kind: 'slice', of: flowOf(value.of), from: value.from, to: value.to };
  if (value.type === 'tuple' || value.type === 'list') {
    const items = value.items.map(productOf);
    const products = items.filter((item) => item !== null);
    const measures = products.some(({ factors }) => factors.length > 0);
    return measures && products.length === items.length ? { kind: 'tuple', items: products } : null;
  }
  const product = productOf(value);
  return product !== null && product.factors.length > 0 ? product : null;
}

function productOf(value: Value): Extract<Measure, { kind: 'product' }> | null {
  const read = factorsOf(value);
  if (read === null) return null;
  const factors = read.factors.flatMap(({ of, axis }) => (axis === null ? [] : [{ of: flowOf(of), axis }]));
  return { kind: 'product', factors, times: read.times };
}

const flowOf = (of: SizeValue['of']): Flow =>
  of.type === 'tensor'
    ? { from: 'name', name: of.name }
    : { from: 'call', call: of.call, applied: of.applied, item: of.item };
