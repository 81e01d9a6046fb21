import type { PooledPlane } from '../../src/picture/index.ts';
import { forward, type PoolOperation, type Tensor } from '../../src/pooling/index.ts';

/** A bare map through an operation. */
export function plane(layer: string, operation: PoolOperation, input: Tensor): PooledPlane {
  return { layer, operation, input, output: forward(operation, input).output };
}

/** The input of a picture, which must not be missing. */
export function given<Input>(input: Input | null): Input {
  if (input === null) throw new Error('the layer has no such picture');
  return input;
}

export function tensor(shape: readonly number[], values: readonly number[]): Tensor {
  return { shape, data: Float32Array.from(values) };
}
