import type { Tensor } from '../../pooling/index.ts';

/** How many cells come out: so many, or so many times as many as went in, rounded down. */
export type Target = { readonly to: number } | { readonly by: number };

/** What a step that has no window of its own does along one axis: it frames, repeats or shares out cells. */
export type CellRule =
  | {
      readonly kind: 'border';
      readonly before: number;
      readonly after: number;
      /** `reflect` leaves the edge out of its mirror image (d c b | a b c d), `symmetric` takes it in. */
      readonly fill: 'zero' | 'reflect' | 'symmetric' | 'edge';
    }
  | { readonly kind: 'repeat'; readonly times: number }
  /** Means over bins of whole cells (PyTorch's area) or over the exact stretch, with cells shared (TensorFlow's). */
  | { readonly kind: 'area'; readonly target: Target; readonly shares: 'whole' | 'exact' }
  /**
   * Linear interpolation at evenly spaced places: PyTorch's `interpolate` and TensorFlow's `resize` without
   * anti-aliasing. The places are cell middles, or with `corners` run from the first cell to the last.
   */
  | {
      readonly kind: 'linear';
      readonly target: Target;
      readonly corners: boolean;
      readonly spacing: 'factor' | 'sizes';
    };

interface Share {
  readonly cell: number;
  readonly weight: number;
}

/** For each cell that comes out the cells it is made of; null where the rule can't work on this length. */
export function sharesOf(rule: CellRule, length: number): readonly (readonly Share[])[] | null {
  switch (rule.kind) {
    case 'border':
      return border(rule, length);
    case 'repeat':
      return Array.from({ length: length * rule.times }, (_, at) => [
        { cell: Math.floor(at / rule.times), weight: 1 },
      ]);
    case 'area':
      return area(rule, length);
    case 'linear':
      return linear(rule, length);
  }
}

function border(
  { before, after, fill }: Extract<CellRule, { kind: 'border' }>,
  length: number,
): readonly (readonly Share[])[] | null {
  const most = {
    zero: Number.POSITIVE_INFINITY,
    edge: Number.POSITIVE_INFINITY,
    symmetric: length,
    reflect: length - 1,
  };
  if (length + before + after < 1 || Math.max(before, after) > most[fill]) return null;
  return Array.from({ length: length + before + after }, (_, at) => {
    const place = at - before;
    const inside = place >= 0 && place < length;
    if (!inside && fill === 'zero') return [];
    return [{ cell: inside ? place : folded(place, length, fill), weight: 1 }];
  });
}

function folded(place: number, length: number, fill: string): number {
  if (fill === 'edge') return place < 0 ? 0 : length - 1;
  const edge = fill === 'symmetric' ? 1 : 0;
  return place < 0 ? -place - edge : 2 * (length - 1) - place + edge;
}

function area(
  { target, shares }: Extract<CellRule, { kind: 'area' }>,
  length: number,
): readonly (readonly Share[])[] | null {
  const count = 'to' in target ? target.to : Math.floor(length * target.by + 1e-9);
  if (count < 1) return null;
  const scale = length / count;
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [at * scale, (at + 1) * scale];
    const [first, last] = [Math.floor(from + 1e-9), Math.min(length, Math.ceil(to - 1e-9))];
    return Array.from({ length: last - first }, (_, step): Share => {
      const cell = first + step;
      const covered = Math.min(to, cell + 1) - Math.max(from, cell);
      return { cell, weight: shares === 'whole' ? 1 / (last - first) : covered / scale };
    });
  });
}

/** PyTorch's upsample kernels: a factor that was given is used as it is, else the sizes decide. */
function linear(
  { target, corners, spacing }: Extract<CellRule, { kind: 'linear' }>,
  length: number,
): readonly (readonly Share[])[] | null {
  const count = 'to' in target ? target.to : Math.floor(length * target.by + 1e-9);
  if (count < 1) return null;
  const step = corners
    ? count === 1
      ? 0
      : (length - 1) / (count - 1)
    : 'by' in target && spacing === 'factor'
      ? 1 / target.by
      : length / count;
  return Array.from({ length: count }, (_, at): readonly Share[] => {
    const place = corners ? at * step : Math.max(0, (at + 0.5) * step - 0.5);
    const before = Math.min(length - 1, Math.floor(place + 1e-9));
    const share = Math.max(0, place - before);
    if (share < 1e-9 || before === length - 1) return [{ cell: before, weight: 1 }];
    return [
      { cell: before, weight: 1 - share },
      { cell: before + 1, weight: share },
    ];
  });
}

/** One rule per axis, applied to a bare map; null where one can't work on its length. */
export function shareCells(rules: readonly CellRule[], input: Tensor): Tensor | null {
  let current: Tensor | null = input;
  for (const [axis, rule] of rules.entries()) {
    if (current === null) return null;
    const shares = sharesOf(rule, current.shape[axis] ?? 0);
    current =
      shares &&
      alongAxis(current, axis, shares.length, (into, from, read, write) => {
        for (const [at, row] of shares.entries()) {
          let sum = 0;
          for (const { cell, weight } of row) sum += weight * (from[read(cell)] ?? 0);
          into[write(at)] = sum;
        }
      });
  }
  return current;
}

/** What goes back through the rules to the cells: the transposed shares. */
export function shareBack(rules: readonly CellRule[], input: Tensor, upstream: Tensor): Tensor {
  let current = upstream;
  for (const [axis, rule] of [...rules.entries()].reverse()) {
    const length = input.shape[axis] ?? 0;
    const shares = sharesOf(rule, length) ?? [];
    current = alongAxis(current, axis, length, (into, from, read, write) => {
      for (const [at, row] of shares.entries()) {
        for (const { cell, weight } of row)
          into[write(cell)] = (into[write(cell)] ?? 0) + weight * (from[read(at)] ?? 0);
      }
    });
  }
  return current;
}

type Line = (
  into: Float64Array,
  from: Tensor['data'],
  read: (cell: number) => number,
  write: (cell: number) => number,
) => void;

/** Runs over every line of a map along one axis, which comes out `length` long. */
function alongAxis({ shape, data }: Tensor, axis: number, length: number, line: Line): Tensor {
  const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);
  const own = shape[axis] ?? 1;
  const [outer, inner] = [product(shape.slice(0, axis)), product(shape.slice(axis + 1))];
  const into = new Float64Array(outer * length * inner);
  for (let before = 0; before < outer; before += 1) {
    for (let after = 0; after < inner; after += 1) {
      line(
        into,
        data,
        (cell) => (before * own + cell) * inner + after,
        (cell) => (before * length + cell) * inner + after,
      );
    }
  }
  return { shape: shape.with(axis, length), data: into };
}
