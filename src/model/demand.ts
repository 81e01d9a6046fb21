import { asInt, type FrameworkId } from '../frameworks/index.ts';
import type { Layout, Shape } from '../pooling/index.ts';
import { findLayer } from './catalogue.ts';
import { product } from './shape/dimensions.ts';
import { layoutOf } from './shape/layout.ts';
import { traceGraph } from './trace/graph.ts';
import type { GraphNode, Step } from './trace/trace.ts';

/** An input size, the same on every spatial axis, and the features it leads to. */
export interface SizedFeatures {
  readonly size: number;
  readonly features: number;
}

/** What a fixed number of features demands of the image. */
export interface Demand {
  /** Which layer demands it, counted from 0. */
  readonly layer: number;
  readonly features: number;
  /** The square (or cubic) sizes that give just as many, `from` to `to`; null where none does. */
  readonly sizes: { readonly from: number; readonly to: number } | null;
  /** The nearest sizes that give fewer and more features. */
  readonly below: SizedFeatures | null;
  readonly above: SizedFeatures | null;
  /** The smallest image that gives just as many, with every axis; null where none does. */
  readonly input: Shape | null;
}

const largest = 4096;

/**
 * The image sizes that the first fixed number of features in a model demands: `nn.Linear(9216, …)` behind a flatten,
 * or `x.view(-1, 400)`. The first of `inputs` is any image with its channels, batch included, as the trace's `form` has
 * it. Null where no layer fixes a number, or where it does not depend on the size, as behind global pooling.
 */
export function demandedInput(
  nodes: readonly GraphNode[],
  framework: FrameworkId | null,
  inputs: Readonly<Record<string, Shape | null>>,
): Demand | null {
  const layer = nodes.findIndex((node) => featuresWanted(node) !== null);
  const node = nodes[layer];
  const wanted = node === undefined ? null : featuresWanted(node);
  const [[first, input] = ['', null]] = Object.entries(inputs);
  if (node === undefined || wanted === null || input === null) return null;
  const rank = input.length - 2;
  const flat = isReshape(node);
  const firstSpatial = layoutIn(nodes, framework) === 'channels_last' ? 1 : 2;
  const imageOf = (size: number): Shape =>
    input.map((usual, axis) => (axis >= firstSpatial && axis < firstSpatial + rank ? size : usual));
  const featuresAt = (size: number): number => {
    const asked = { ...inputs, [first]: imageOf(size) };
    const { layers } = traceGraph(nodes.slice(0, layer), framework, asked, { literal: true });
    const output = layers.find(({ id }) => id === node.inputs[0])?.output ?? null;
    return (output === null ? null : flat ? product(output.slice(1)) : output.at(-1)) ?? 0;
  };
  if (rank < 1 || featuresAt(largest) === featuresAt(largest / 2)) return null;
  const from = firstWith(featuresAt, wanted);
  const next = firstWith(featuresAt, wanted + 1);
  const sized = (size: number): SizedFeatures | null =>
    size < 1 || size > largest ? null : { size, features: featuresAt(size) };
  const below = sized(from - 1);
  return {
    layer,
    features: wanted,
    sizes: next > from ? { from, to: next - 1 } : null,
    below: below?.features === 0 ? null : below,
    above: sized(next),
    input: next > from ? imageOf(from) : null,
  };
}

/** The smallest size that gives at least so many features: more cells never give fewer. */
function firstWith(featuresAt: (size: number) => number, wanted: number): number {
  let fewer = 0;
  let enough = largest + 1;
  while (enough - fewer > 1) {
    const middle = Math.floor((fewer + enough) / 2);
    if (featuresAt(middle) >= wanted) enough = middle;
    else fewer = middle;
  }
  return enough;
}

const base = ({ name }: Step): string => name.slice(name.lastIndexOf('.') + 1);

const isReshape = (step: Step | undefined): boolean =>
  step !== undefined && /^(view|reshape)$/.test(base(step));

function featuresWanted(step: Step): number | null {
  if (base(step) === 'Linear') {
    const named = step.given.find(({ name }) => name === 'in_features') ?? step.given[0];
    return asInt(named?.value);
  }
  const [rows, columns, ...others] = step.given;
  const fixed = isReshape(step) && asInt(rows?.value) === -1 && others.length === 0;
  const wanted = fixed ? asInt(columns?.value) : null;
  return wanted === -1 ? null : wanted;
}

/** The first layer that slides says where the channels stand. */
function layoutIn(steps: readonly Step[], framework: FrameworkId | null): Layout {
  for (const { name, given } of steps) {
    const layer = findLayer(name, framework)?.layer;
    if (layer === undefined || layer.rank === null) continue;
    return layoutOf(layer.framework, given.find((argument) => argument.name === 'data_format')?.value);
  }
  return 'channels_last';
}
