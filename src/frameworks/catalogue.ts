import type { Definition } from './definition.ts';
import { type FrameworkId, frameworkIds, type Layer } from './framework.ts';
import { kerasLayers } from './keras/layers.ts';
import { onnxOperators } from './onnx/operators.ts';
import { torchFunctions } from './torch/functions.ts';
import { torchModules } from './torch/layers.ts';

export const frameworkNames: Readonly<Record<FrameworkId, string>> = {
  keras: 'Keras',
  tensorflow: 'TensorFlow',
  torch: 'PyTorch',
  onnx: 'ONNX',
  flax: 'Flax',
  jax: 'JAX',
  mlx: 'MLX',
  caffe: 'Caffe',
};

/** When a name fits several frameworks, courses mean them in this order. */
export const frameworkOrder: readonly FrameworkId[] = [
  'keras',
  'torch',
  'onnx',
  ...frameworkIds.filter((id) => id !== 'keras' && id !== 'torch' && id !== 'onnx'),
];

const definitions: readonly Definition[] = [
  ...kerasLayers,
  ...torchModules,
  ...torchFunctions,
  ...onnxOperators,
].sort((a, b) => frameworkOrder.indexOf(a.layer.framework) - frameworkOrder.indexOf(b.layer.framework));

/** Every pooling layer of every framework. */
export const layers: readonly Layer[] = definitions.map(({ layer }) => layer);

const key = ({ framework, name }: Layer): string => `${framework}.${name}`;

const byKey = new Map(definitions.map((definition) => [key(definition.layer), definition]));

/** A layer's rules; by name, so that a layer that crossed a worker boundary finds them too. */
export function definitionOf(layer: Layer): Definition {
  const definition = byKey.get(key(layer));
  if (definition === undefined) throw new RangeError(`${key(layer)} is not in the catalogue`);
  return definition;
}
