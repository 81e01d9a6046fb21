import { caffeWriter } from '../caffe/write.ts';
import { flaxWriter } from '../flax/write.ts';
import type { FrameworkId } from '../framework.ts';
import { jaxWriter } from '../jax/write.ts';
import { kerasWriter } from '../keras/write.ts';
import { mlxWriter } from '../mlx/write.ts';
import { onnxWriter } from '../onnx/write.ts';
import { tensorflowWriter } from '../tensorflow/write.ts';
import { torchWriter } from '../torch/write.ts';
import type { Writer } from './candidate.ts';

export const writers: Readonly<Record<FrameworkId, Writer>> = {
  keras: kerasWriter,
  tensorflow: tensorflowWriter,
  torch: torchWriter,
  onnx: onnxWriter,
  flax: flaxWriter,
  jax: jaxWriter,
  mlx: mlxWriter,
  caffe: caffeWriter,
};
