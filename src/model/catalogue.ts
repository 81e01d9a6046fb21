import { type FrameworkId, findLayers, type Layer } from '../frameworks/index.ts';
import { caffeLayers } from './caffe/layers.ts';
import { kerasLayers } from './keras/index.ts';
import type { ModelFramework, ModelLayer } from './layer.ts';
import { operators } from './operators/index.ts';
import { torchLayers } from './torch/index.ts';

/** Every layer with a rule here; the pooling layers are those of `frameworks`. */
export const modelLayers: readonly ModelLayer[] = [
  ...kerasLayers,
  ...torchLayers,
  ...caffeLayers,
  ...operators,
];

/** What a name stands for in a model. */
export type FoundLayer =
  | { readonly kind: 'pooling'; readonly layer: Layer }
  | { readonly kind: 'model'; readonly layer: ModelLayer };

/** Keras' layers under the name of TensorFlow are Keras' layers. */
export function modelFramework(framework: FrameworkId): ModelFramework | null {
  switch (framework) {
    case 'keras':
    case 'torch':
    case 'caffe':
      return framework;
    case 'tensorflow':
      return 'keras';
    case 'onnx':
    case 'flax':
    case 'jax':
    case 'mlx':
      return null;
  }
}

const byLowerCase = Map.groupBy(
  modelLayers.flatMap((layer) => [layer.name, ...layer.aliases].map((name) => ({ name, layer }))),
  ({ name }) => name.toLowerCase(),
);

/**
 * The layer that a name means, a module path in front of it left aside; null where no framework has it. The named
 * framework comes first, then the spelling: `Conv2d` is PyTorch's, `Conv2D` Keras'. A layer of another framework is
 * found where the named one has none of that name; functions are not borrowed, their arguments mean other things.
 */
export function findLayer(name: string, framework: FrameworkId | null): FoundLayer | null {
  const base = name.slice(name.lastIndexOf('.') + 1);
  const home = framework === null ? null : modelFramework(framework);
  const own = framework === null ? [] : findLayers(name, framework);
  const [pooling] = own.length > 0 ? own : findLayers(base, home ?? framework ?? undefined);
  const others = findModelLayers(base);
  const native = others.find((layer) => layer.framework === home);
  const exact = (names: readonly string[]): boolean => names.includes(base);

  if (pooling !== undefined && (native === undefined || exact([pooling.name, ...pooling.aliases]))) {
    return { kind: 'pooling', layer: pooling };
  }
  const foreignFunction = home !== null && isFunction(base);
  const layer = native ?? (pooling === undefined && !foreignFunction ? others[0] : undefined);
  if (layer !== undefined) return { kind: 'model', layer };
  const [foreign] = findLayers(base);
  return foreign === undefined ? null : { kind: 'pooling', layer: foreign };
}

/** Functions are written small; PyTorch's are other than its modules of the same name: `F.conv2d` takes its weights. */
const isFunction = (base: string): boolean => /^[a-z]/.test(base);

/** By exact spelling first. */
function findModelLayers(base: string): readonly ModelLayer[] {
  const found = (byLowerCase.get(base.toLowerCase()) ?? []).filter(
    ({ name, layer }) => layer.framework !== 'torch' || name === base || !isFunction(base),
  );
  const sorted = found.toSorted((a, b) => Number(b.name === base) - Number(a.name === base));
  return sorted.map(({ layer }) => layer);
}
