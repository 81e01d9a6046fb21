import {
  type Dimension,
  type ReceptiveAxis,
  type ReceptiveStep,
  receptiveField,
  type Shape,
} from '../pooling/index.ts';
import { layoutOf } from './shape/layout.ts';
import { nodeOf, type Trace, type TracedLayer } from './trace/trace.ts';

/** What one cell sees after a layer, per spatial axis. */
export interface Field {
  readonly axes: readonly ReceptiveAxis[];
  /** Whether some cell sees the whole input on every axis; null while sizes are open. */
  readonly covers: boolean | null;
}

type State = readonly ReceptiveAxis[] | null;

/**
 * What one cell sees of the input after each layer of a trace, branches included: where several meet, the window that
 * holds all of theirs. Null behind a layer that leaves no places (Flatten, a transposed convolution), and where no
 * layer says how many axes there are. `covers` counts the cells of that layer's output.
 */
export function fieldsOf(trace: Trace): readonly (Field | null)[] {
  const rank = rankOf(trace);
  if (rank === null) return trace.layers.map(() => null);
  const untouched: State = Array.from({ length: rank }, () => ({ size: 1, jump: 1, start: 0 }));
  const states = new Map<string, State>(Object.keys(trace.forms).map((id) => [id, untouched]));
  return trace.layers.map((layer) => {
    const state = after(layer, states, rank);
    states.set(layer.id, state);
    return state === null ? null : { axes: state, covers: covers(state, layer, trace, rank) };
  });
}

function rankOf({ layers }: Trace): number | null {
  for (const { reach } of layers) if (reach?.kind === 'window') return reach.kernel.length;
  return null;
}

function after(layer: TracedLayer, states: ReadonlyMap<string, State>, rank: number): State {
  const { reach, inputIds } = layer;
  const state = union(inputIds.map((id) => states.get(nodeOf(id)) ?? null));
  if (state === null || reach === null) return null;
  const everything = state.every(({ size }) => size === 'all');
  if (reach.kind === 'lost') return everything ? state : null;
  if (reach.kind === 'point') return state;
  return receptiveField([stepTo(state), reach], rank).at(-1) ?? null;
}

/** A state as the one step that leads to it. */
function stepTo(state: readonly ReceptiveAxis[]): ReceptiveStep {
  const sizes = state.map(({ size }) => size);
  const known = sizes.filter((size) => size !== 'all');
  if (known.length < sizes.length) return { kind: 'global' };
  return {
    kind: 'window',
    kernel: known,
    stride: state.map(({ jump }) => jump ?? 1),
    dilation: known.map(() => 1),
    begin: state.map(({ start }, axis) => (start === null ? null : ((known[axis] ?? 1) - 1) / 2 - start)),
  };
}

function union(states: readonly State[]): State {
  const [first = null, ...others] = states;
  let joined: State = first;
  for (const other of others) {
    if (joined === null || other === null) return null;
    joined = joined.map((axis, at) => widest(axis, other[at] ?? axis));
  }
  return joined;
}

/** The window that holds both; where they start is unknown as soon as one is. */
function widest(a: ReceptiveAxis, b: ReceptiveAxis): ReceptiveAxis {
  if (a.size === 'all' || b.size === 'all') return { size: 'all', jump: null, start: null };
  const jump = a.jump === b.jump ? a.jump : null;
  if (a.start === null || b.start === null) return { size: Math.max(a.size, b.size), jump, start: null };
  const low = Math.min(a.start - (a.size - 1) / 2, b.start - (b.size - 1) / 2);
  const high = Math.max(a.start + (a.size - 1) / 2, b.start + (b.size - 1) / 2);
  return { size: high - low + 1, jump, start: (low + high) / 2 };
}

function covers(
  state: readonly ReceptiveAxis[],
  layer: TracedLayer,
  trace: Trace,
  rank: number,
): boolean | null {
  const input = Object.values(trace.forms)[0]?.shape ?? null;
  if (input === null || layer.output === null) return null;
  const known = state.map((axis, at) => {
    if (axis.size === 'all') return true;
    const length = spatial(input, layer, rank)[at] ?? null;
    const cells = layer.output === null ? null : (spatial(layer.output, layer, rank)[at] ?? null);
    return seesAll(axis, length, cells);
  });
  return known.includes(null) ? null : known.every((sees) => sees === true);
}

/** Height and width stand behind the channels or in front of them, as the layer has it. */
function spatial(shape: Shape, { framework, args }: TracedLayer, rank: number): Shape {
  const layout = layoutOf(framework ?? 'keras', args.data_format);
  return layout === 'channels_first' ? shape.slice(-rank) : shape.slice(-rank - 1, -1);
}

/** Whether any cell's view holds the cells 0 to n-1. */
function seesAll({ size, jump, start }: ReceptiveAxis, length: Dimension, cells: Dimension): boolean | null {
  if (length === null || cells === null || jump === null || start === null || size === 'all') return null;
  if (size < length) return false;
  const half = (size - 1) / 2;
  // Cell i sees start + i·jump - half to start + i·jump + half.
  const first = Math.ceil((length - 1 - half - start) / jump);
  const last = Math.floor((half - start) / jump);
  return Math.max(first, 0) <= Math.min(last, cells - 1);
}
