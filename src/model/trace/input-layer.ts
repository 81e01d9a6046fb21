import { asInt, type PythonValue } from '../../frameworks/index.ts';
import type { Dimension, Shape } from '../../pooling/index.ts';
import type { Step } from './trace.ts';

const inputNames: ReadonlySet<string> = new Set(['Input', 'InputLayer', 'KerasTensor']);

/** Whether a step only says what goes in. */
export const isInput = ({ name }: Step): boolean => inputNames.has(name.slice(name.lastIndexOf('.') + 1));

/**
 * The shape that the steps themselves name, batch included: Keras' Input in front, or `input_shape=`, `batch_shape=`
 * or `input_dim=` of the first layer. Null where they name none.
 */
export function namedInput(steps: readonly Step[]): Shape | null {
  const [first] = steps;
  if (first === undefined) return null;
  for (const { name, value } of first.given) {
    const place = name ?? (isInput(first) ? 'shape' : '');
    const shape = shapeOf(value);
    if (shape === null) continue;
    if (place === 'shape' || place === 'input_shape') return [null, ...shape];
    if (place === 'batch_shape' || place === 'batch_input_shape') return shape;
    // An Embedding's input_dim is its vocabulary; the length of a text stood in input_length.
    if (place === (isEmbedding(first) ? 'input_length' : 'input_dim')) return [null, ...shape];
  }
  return null;
}

const isEmbedding = ({ name }: Step): boolean => name.endsWith('Embedding');

function shapeOf(value: PythonValue): Shape | null {
  const single = asInt(value);
  if (single !== null) return [single];
  if (value.type !== 'tuple' && value.type !== 'list') return null;
  const sizes: Dimension[] = [];
  for (const item of value.items) {
    const size = asInt(item);
    if (size === null && item.type !== 'none') return null;
    sizes.push(size);
  }
  return sizes;
}
