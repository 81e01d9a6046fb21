import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Enter, Numbers } from '../contestant.ts';
import { swapped } from '../input.ts';
import { rankOf, type SlidingWindow, type Workload } from '../workload.ts';

const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
setWasmPaths(join(dirname(wasm), '../wasm-out/'));
setThreadsCount(1);

/**
 * TensorFlow.js on one thread. It knows channels_last alone: for other layouts it gets its numbers in its own order
 * beforehand. Bytes it takes only as floats: turning them is part of its work.
 */
export function tensorflow(backend: 'wasm' | 'cpu'): Enter {
  return (workload, input) => {
    const { layout, window, shape } = workload;
    if (window !== 'global' && 'size' in window) return null;
    const [batches = 1] = shape;
    const lengths = layout === 'channels_last' ? shape.slice(1, -1) : shape.slice(2);
    const channels = (layout === 'channels_last' ? shape.at(-1) : shape[1]) ?? 1;
    const cells = lengths.reduce((product, length) => product * length, 1);
    const own = layout === 'channels_last' ? input : swapped(asFloats(input), batches, channels, cells);
    const ownShape = [batches, ...(lengths.length === 1 ? [1] : []), ...lengths, channels];
    const pool = (x: tf.Tensor) => (window === 'global' ? whole(workload, x) : slide(workload, window, x));
    return {
      ready: async () => {
        await tf.setBackend(backend);
      },
      pool: () => {
        const y = tf.tidy(() => pool(tf.tensor(asFloats(own), ownShape, 'float32')));
        const values = y.dataSync();
        y.dispose();
        if (!(values instanceof Float32Array)) throw new TypeError('TensorFlow.js gave no floats');
        return values;
      },
      ...(layout === 'channels_last'
        ? {}
        : {
            inOrder: (output: Float32Array) =>
              swapped(output, batches, output.length / batches / channels, channels),
          }),
    };
  };
}

function asFloats(input: Numbers): Float32Array {
  return input instanceof Float32Array ? input : new Float32Array(input);
}

function whole({ reduce }: Workload, x: tf.Tensor): tf.Tensor {
  const axes = Array.from({ length: x.rank - 2 }, (_, index) => index + 1);
  return reduce === 'average' ? tf.mean(x, axes, true) : tf.max(x, axes, true);
}

function slide(workload: Workload, { kernel, stride, padding }: SlidingWindow, x: tf.Tensor): tf.Tensor {
  const isAverage = workload.reduce === 'average';
  if (rankOf(workload) === 3) {
    if (padding !== 0) throw new RangeError('no padded volume is measured');
    const volume = x.as5D(...shape5(x));
    return isAverage
      ? tf.avgPool3d(volume, kernel, stride, 'valid')
      : tf.maxPool3d(volume, kernel, stride, 'valid');
  }
  const row = rankOf(workload) === 1;
  const size: [number, number] = [row ? 1 : kernel, kernel];
  const steps: [number, number] = [row ? 1 : stride, stride];
  const map = x.as4D(...shape4(x));
  // Given a number, TensorFlow.js takes the height's window for the width as well.
  const pad = padding === 0 ? 'valid' : padding;
  return isAverage ? tf.avgPool(map, size, steps, pad) : tf.maxPool(map, size, steps, pad);
}

function shape4({ shape: [a = 1, b = 1, c = 1, d = 1] }: tf.Tensor): [number, number, number, number] {
  return [a, b, c, d];
}

function shape5({
  shape: [a = 1, b = 1, c = 1, d = 1, e = 1],
}: tf.Tensor): [number, number, number, number, number] {
  return [a, b, c, d, e];
}
