import {
  type FrameworkId,
  findLayers,
  type Layer,
  type LayerFamily,
  layersOf,
} from '../../frameworks/index.ts';
import type { Head } from './head.ts';
import type { Setting } from './setting.ts';
import { parameterFor } from './spell.ts';

/** What somebody who names no framework means: Keras, unless only PyTorch or another can do it. */
const whenUnnamed: readonly FrameworkId[] = ['keras', 'torch', 'onnx', 'tensorflow', 'flax', 'mlx'];

/**
 * The layer that an English mention means: in the framework that was named, else the first that has such a layer and
 * all of the arguments given. Null when no framework pools like that.
 */
export function chooseLayer(
  head: Pick<Head, 'reduce' | 'window'>,
  rank: 1 | 2 | 3,
  settings: readonly Setting[],
  framework: FrameworkId | null,
): Layer | null {
  const families = familiesOf(head);
  const named = framework === null ? [] : candidates(families, rank, framework);
  const [own] = named;
  if (own !== undefined) return own;
  const others = whenUnnamed.flatMap((id) => candidates(families, rank, id).slice(0, 1));
  return others.find((layer) => settings.every((setting) => canSay(layer, setting))) ?? others[0] ?? null;
}

/** The layer of a class name: in the framework that was named, else as its capitals say. */
export function chooseNamed(layers: readonly Layer[], framework: FrameworkId | null): Layer | null {
  const own = layers.find((layer) => layer.framework === framework);
  return own ?? layers[0] ?? null;
}

/** PyTorch has no global layer: its global pooling is an adaptive one to size 1. */
function familiesOf(head: Pick<Head, 'reduce' | 'window'>): readonly LayerFamily[] {
  const reduce = head.reduce ?? (head.window === 'global' || head.window === 'adaptive' ? 'average' : 'max');
  if (head.window === 'global') {
    return [
      { reduce, window: 'global' },
      { reduce, window: 'adaptive' },
    ];
  }
  return [{ reduce, window: head.window }];
}

function candidates(
  families: readonly LayerFamily[],
  rank: 1 | 2 | 3,
  framework: FrameworkId,
): readonly Layer[] {
  if (framework === 'caffe' && rank === 2 && families.some(inCaffe)) return findLayers('Pooling', 'caffe');
  // "tensorflow" in prose means its layers, which are Keras'; tf.nn's functions are named as such.
  const ids: readonly FrameworkId[] = framework === 'tensorflow' ? ['keras', 'tensorflow'] : [framework];
  for (const family of families) {
    const found = ids.flatMap((id) => layersOf(family, rank, id));
    if (found.length > 0) return found;
  }
  return [];
}

/** Caffe's one layer takes maxima and averages, of windows and of the whole map. */
function inCaffe({ reduce, window }: LayerFamily): boolean {
  return (reduce === 'max' || reduce === 'average') && (window === 'local' || window === 'global');
}

function canSay(layer: Layer, setting: Setting): boolean {
  if (setting.name === 'padding') {
    const words = setting.value.type === 'str';
    return words === (layer.framework === 'keras') || isNone(setting);
  }
  return setting.name === 'filters' || setting.name === 'units' || parameterFor(layer, setting.name) !== null;
}

/** No padding can be said everywhere. */
function isNone({ value }: Setting): boolean {
  return (value.type === 'str' && value.value === 'valid') || (value.type === 'int' && value.value === 0);
}
