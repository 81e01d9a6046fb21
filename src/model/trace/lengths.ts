import { type PythonValue, python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { GraphNode, MeasuredArgument, MeasuredProduct } from './trace.ts';

type Shapes = ReadonlyMap<string, Shape | null>;

/** The step with `x.size(1)`, `c * h * w` and the like as the numbers that they are, as far as those are known. */
export function withLengths(node: GraphNode, shapes: Shapes): GraphNode {
  const { sizes = [], given } = node;
  if (sizes.length === 0) return node;
  const filled = given.map((argument, place) => {
    const found = sizes.find(({ at }) => at === place);
    const value = found ? measured(found.measure, shapes) : null;
    return value === null ? argument : { ...argument, value };
  });
  return { ...node, given: filled };
}

function measured(measure: MeasuredArgument['measure'], shapes: Shapes): PythonValue | null {
  switch (measure.kind) {
    case 'product': {
      const length = productOf(measure, shapes);
      return length === null ? null : python.int(length);
    }
    case 'tuple':
      return known(measure.items.map((item) => productOf(item, shapes)));
    case 'slice':
      return known(shapes.get(measure.of)?.slice(measure.from, measure.to ?? undefined) ?? [null]);
  }
}

function productOf({ factors, times }: MeasuredProduct, shapes: Shapes): number | null {
  let product = times;
  for (const { of, axis } of factors) {
    const length = shapes.get(of)?.at(axis) ?? null;
    if (length === null) return null;
    product *= length;
  }
  return product;
}

function known(lengths: readonly (number | null)[]): PythonValue | null {
  const all = lengths.filter((length) => length !== null);
  return all.length === lengths.length ? python.intTuple(all) : null;
}
