import { InferenceSession, Tensor } from 'onnxruntime-node';
import { inferShape } from '../../../src/pooling/index.ts';
import type { Enter } from '../contestant.ts';
import { operationOf, rankOf, type Workload } from '../workload.ts';
import { type OnnxNode, onnxModel } from './onnx-model.ts';

/** ONNX Runtime's native CPU provider, on one thread. It pools channels_first floats and has nothing adaptive. */
export const onnxruntime: Enter = async (workload, input) => {
  const node = nodeOf(workload);
  if (node === null || !(input instanceof Float32Array)) return null;
  const output = inferShape(operationOf(workload), workload.shape).output.map((length) => length ?? 0);
  const session = await InferenceSession.create(onnxModel(node, workload.shape, output), {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  return {
    pool: async () => {
      const { y } = await session.run({ x: new Tensor('float32', input, workload.shape) });
      if (!(y?.data instanceof Float32Array)) throw new TypeError('onnxruntime gave no floats');
      return y.data;
    },
    close: () => session.release(),
  };
};

function nodeOf(workload: Workload): OnnxNode | null {
  const { window, reduce, layout } = workload;
  if (layout !== 'channels_first' || (window !== 'global' && 'size' in window)) return null;
  const type = reduce === 'average' ? 'AveragePool' : 'MaxPool';
  if (window === 'global') return { type: `Global${type}`, attributes: {} };
  const rank = rankOf(workload);
  const all = (count: number, value: number) => Array<number>(count).fill(value);
  return {
    type,
    attributes: {
      kernel_shape: all(rank, window.kernel),
      strides: all(rank, window.stride),
      pads: all(2 * rank, window.padding),
    },
  };
}
