import { type Argument, type Configuration, configure, layersOf, python } from '../frameworks/index.ts';
import type { Layout, SpatialRank } from '../pooling/index.ts';

/** A reduction in code over the pooled axes, as the global layer that computes the same. */
export interface Expression {
  readonly written: string;
  readonly configuration: Configuration;
  /** A library whose arrays have the layout of Keras' layers: the axes are meant for the same input. */
  readonly sharesInput: boolean;
}

const reduction =
  /((?:[a-z]\w*\.)+)(reduce_mean|reduce_max|mean|max|amax)\(\s*(?:[a-z]\w*\s*,\s*)?(?:(?:axis|axes|dim)\s*=\s*)?([[(][-\d,\s]+[\])]|-?\d+)\s*(?:,\s*(?:keepdims?|keep_dims)\s*=\s*(True|False)\s*)?\)/gi;

/** `tf.reduce_mean(x, [1, 2])`, `x.mean((2, 3))`, `np.mean(x, axis=(1, 2))`; none for other axes than the pooled ones. */
export function expressionsIn(text: string): readonly Expression[] {
  return [...text.matchAll(reduction)].flatMap((match) => {
    const [written, library = '', name = '', axes = '', keepdims = 'False'] = match;
    const pooled = pooledAxes((axes.match(/-?\d+/g) ?? []).map(Number));
    // `x.max(dim)` of PyTorch gives indices too; a maximum over several axes is `amax`.
    if (!pooled) return [];
    const configuration = globalLayer(/mean/.test(name) ? 'average' : 'max', pooled, keepdims === 'True');
    return configuration ? [{ written, configuration, sharesInput: /^(?:tf|keras|k)\b/i.test(library) }] : [];
  });
}

interface Pooled {
  readonly rank: SpatialRank;
  readonly layout: Layout;
}

/** Which axes of a batch are pooled: those behind it, or the last ones behind the channels. */
function pooledAxes(axes: readonly number[]): Pooled | null {
  const sorted = axes.toSorted((a, b) => a - b).join(' ');
  const known: Readonly<Record<string, Pooled>> = {
    '1': { rank: 1, layout: 'channels_last' },
    '-2': { rank: 1, layout: 'channels_last' },
    '2': { rank: 1, layout: 'channels_first' },
    '-1': { rank: 1, layout: 'channels_first' },
    '1 2': { rank: 2, layout: 'channels_last' },
    '-3 -2': { rank: 2, layout: 'channels_last' },
    '2 3': { rank: 2, layout: 'channels_first' },
    '-2 -1': { rank: 2, layout: 'channels_first' },
    '1 2 3': { rank: 3, layout: 'channels_last' },
    '2 3 4': { rank: 3, layout: 'channels_first' },
  };
  return known[sorted] ?? null;
}

/** Keras' global layers are these reductions, and split gradients on ties as they do. */
function globalLayer(reduce: 'average' | 'max', { rank, layout }: Pooled, keepdims: boolean) {
  const [layer] = layersOf({ reduce, window: 'global' }, rank, 'keras');
  const given: readonly Argument[] = [
    { name: 'data_format', value: python.str(layout) },
    { name: 'keepdims', value: python.bool(keepdims) },
  ];
  const configuration = layer ? configure(layer, given) : null;
  return configuration?.ok ? configuration : null;
}
