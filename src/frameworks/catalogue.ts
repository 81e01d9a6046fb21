import { caffeLayers } from './caffe/layers.ts';
import type { Definition } from './definition.ts';
import { flaxFunctions } from './flax/functions.ts';
import type { FrameworkId, Layer } from './framework.ts';
import { jaxFunctions } from './jax/functions.ts';
import { kerasFunctions } from './keras/functions.ts';
import { kerasLayers } from './keras/layers.ts';
import { mlxLayers } from './mlx/layers.ts';
import { onnxOperators } from './onnx/operators.ts';
import { tensorflowFunctions } from './tensorflow/functions.ts';
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
  'tensorflow',
  'flax',
  'jax',
  'mlx',
  'caffe',
];

const tables: Readonly<Record<FrameworkId, readonly Definition[]>> = {
  keras: [...kerasLayers, ...kerasFunctions],
  torch: [...torchModules, ...torchFunctions],
  onnx: onnxOperators,
  tensorflow: tensorflowFunctions,
  flax: flaxFunctions,
  jax: jaxFunctions,
  mlx: mlxLayers,
  caffe: caffeLayers,
};

const definitions: readonly Definition[] = frameworkOrder.flatMap((framework) => tables[framework]);

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
