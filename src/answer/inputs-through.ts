import type { FrameworkId } from '../frameworks/index.ts';
import { type GraphNode, type Trace, type TracedLayer, traceGraph } from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';
import type { Question } from '../question/index.ts';
import { withSomeFilters } from './some-filters.ts';

/** All inputs that layers in a row turn into one output, spatial axes only: each axis is free of the others. */
export interface InputsThrough {
  readonly target: readonly number[];
  /** For each axis the sizes that lead there, from the least to the most; null where none does. */
  readonly axes: readonly (SizeRange | null)[];
  /** The same for the size that was hoped for; null where none was named. */
  readonly instead: { readonly target: readonly number[]; readonly axes: InputsThrough['axes'] } | null;
  /** The smallest and the largest such inputs, each with the size that every layer gives. */
  readonly ends: readonly { readonly input: readonly number[]; readonly stages: readonly Stage[] }[];
  /** What no image gets through; null where all layers can be followed. */
  readonly failing: TracedLayer | null;
}

interface Stage {
  readonly layer: string;
  /** Spatial axes only; empty where it leaves none. */
  readonly sizes: Shape;
}

export interface SizeRange {
  readonly least: number;
  readonly most: number;
}

/** Larger images are not searched. */
const largest = 65_536;

/**
 * Looks for the inputs of layers in a row that lead to an output. Convolutions, pooling, padding and upsampling never
 * give fewer cells for more, so that the sizes that lead to one output have none between them that doesn't. Null where
 * a question seeks no such inputs, or where the output does not grow with the input.
 */
export function searchThrough(question: Question): InputsThrough | null {
  if (question.kind !== 'solve' || question.from !== null || question.through.length === 0) return null;
  const nodes = question.through.map(withSomeFilters);
  const ids = new Set(nodes.map(({ id }) => id));
  const [input, other] = [...new Set(nodes.flatMap(({ inputs }) => inputs))].filter((id) => !ids.has(id));
  const rank = rankOf(nodes, question.framework);
  if (input === undefined || other !== undefined || rank === null) return null;
  const follow = (sizes: readonly number[]) => traceGraph(nodes, question.framework, { [input]: sizes });
  const widest = follow(Array.from({ length: rank }, () => largest));
  const failing = widest.layers.find(({ problem }) => problem !== null) ?? null;
  const target = spread(question.target, rank);
  if (target === null) return null;
  const first = widest.form.shape?.[1] === largest ? 1 : 2;
  if (failing !== null) return { target, axes: [], instead: null, ends: [], failing };
  const sizeAt = (axis: number) => (size: number) => {
    const trace = follow(Array.from({ length: rank }, (_, at) => (at === axis ? size : largest)));
    return spatialOf(trace, first, rank)[axis] ?? 0;
  };
  const grows = target.every((_, axis) => sizeAt(axis)(largest) > sizeAt(axis)(largest / 2));
  if (!grows) return null;
  const axesFor = (goal: readonly number[]) => goal.map((size, axis) => rangeOf(sizeAt(axis), size));
  const axes = axesFor(target);
  const hoped = question.instead === null ? null : spread(question.instead, rank);
  const found = axes.filter((range) => range !== null);
  const inputs = [found.map(({ least }) => least), found.map(({ most }) => most)];
  return {
    target,
    axes,
    instead: hoped === null ? null : { target: hoped, axes: axesFor(hoped) },
    ends: inputs
      .filter((sizes, at) => sizes.length === rank && (at === 0 || sizes.join() !== inputs[0]?.join()))
      .map((sizes) => ({ input: sizes, stages: stagesOf(follow(sizes), first, rank) })),
    failing: null,
  };
}

/** The sizes that give exactly `wanted`. */
function rangeOf(sizeAt: (size: number) => number, wanted: number): SizeRange | null {
  const least = firstWith(sizeAt, wanted);
  const most = firstWith(sizeAt, wanted + 1) - 1;
  return least <= most && most < largest ? { least, most } : null;
}

/** The smallest size that gives at least so many cells. */
function firstWith(sizeAt: (size: number) => number, wanted: number): number {
  let fewer = 0;
  let enough = largest;
  while (enough - fewer > 1) {
    const middle = Math.floor((fewer + enough) / 2);
    if (sizeAt(middle) >= wanted) enough = middle;
    else fewer = middle;
  }
  return enough;
}

/** How many spatial axes the first layer that slides has. */
function rankOf(nodes: readonly GraphNode[], framework: FrameworkId | null): number | null {
  for (const rank of [2, 1, 3]) {
    const sizes = Array.from({ length: rank }, () => largest);
    const { form } = traceGraph(nodes, framework, { [nodes[0]?.inputs[0] ?? 'input']: sizes });
    if (form.channelsAdded) return rank;
  }
  return null;
}

/** The spatial sizes that come out; none where the output has no places any more. */
function spatialOf({ output, form }: Trace, first: number, rank: number): Shape {
  return spatialIn(output ?? [], form.shape?.length, first, rank);
}

function stagesOf({ layers, form }: Trace, first: number, rank: number): readonly Stage[] {
  return layers.map(({ name, output }) => ({
    layer: name,
    sizes: spatialIn(output ?? [], form.shape?.length, first, rank),
  }));
}

function spatialIn(shape: Shape, axes: number | undefined, first: number, rank: number): Shape {
  return shape.length === axes ? shape.slice(first, first + rank) : [];
}

/** One number stands for every side. */
function spread(shape: Shape, rank: number): readonly number[] | null {
  const known = shape.filter((size) => size !== null);
  const [side] = known;
  if (side === undefined || known.length < shape.length) return null;
  if (known.length === rank) return known;
  return known.length === 1 ? Array.from({ length: rank }, () => side) : null;
}
