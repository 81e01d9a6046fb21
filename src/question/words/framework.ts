import type { FrameworkId } from '../../frameworks/index.ts';
import { wordSet } from './list.ts';
import type { Token } from './token.ts';

const names: Readonly<Record<string, FrameworkId>> = {
  keras: 'keras',
  tensorflow: 'tensorflow',
  tf: 'tensorflow',
  tf2: 'tensorflow',
  torch: 'torch',
  pytorch: 'torch',
  libtorch: 'torch',
  torchvision: 'torch',
  onnx: 'onnx',
  onnxruntime: 'onnx',
  flax: 'flax',
  linen: 'flax',
  jax: 'jax',
  mlx: 'mlx',
  caffe: 'caffe',
};

/** Frameworks whose layers are not among ours, as they spell themselves. */
const strangers: Readonly<Record<string, string>> = {
  tinygrad: 'tinygrad',
  openvino: 'OpenVINO',
  coreml: 'Core ML',
  mxnet: 'MXNet',
  gluon: 'MXNet',
  paddle: 'PaddlePaddle',
  paddlepaddle: 'PaddlePaddle',
  chainer: 'Chainer',
  theano: 'Theano',
  lasagne: 'Lasagne',
  cntk: 'CNTK',
  matlab: 'MATLAB',
  mathematica: 'Mathematica',
  flux: 'Flux',
  darknet: 'Darknet',
  caffe2: 'Caffe2',
  tensorrt: 'TensorRT',
  ncnn: 'ncnn',
  deeplearning4j: 'Deeplearning4j',
  dl4j: 'Deeplearning4j',
};

/** The first framework that a text names and that we have no layers of; null where it names none. */
export function strangerNamed(tokens: readonly Token[]): string | null {
  for (const [at, { word, kind }] of tokens.entries()) {
    if (word === 'core' && tokens[at + 1]?.word === 'ml') return 'Core ML';
    const name = kind === 'word' ? strangers[word] : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** A framework named at one token. */
export interface NamedFramework {
  readonly framework: FrameworkId;
  readonly at: number;
}

/** The frameworks that a text names, in its order; `tf.keras` and "tensorflow keras" are Keras. */
export function namedFrameworks(tokens: readonly Token[]): readonly NamedFramework[] {
  const found: NamedFramework[] = [];
  for (const [at, token] of tokens.entries()) {
    const framework = token.kind === 'word' ? names[token.word] : undefined;
    if (framework === undefined) continue;
    const before = found.at(-1);
    const joined = before?.framework === 'tensorflow' && framework === 'keras' && at - before.at <= 2;
    if (joined) found.pop();
    found.push({ framework, at });
  }
  return found;
}

const directions = wordSet('to in into as -> for of');

/** Whether a framework is named as where something should go: "to ONNX", "in Keras". */
export function headsElsewhere(tokens: readonly Token[], named: readonly NamedFramework[]): boolean {
  return named.some(({ at }) => directions.has(tokens[at - 1]?.word ?? ''));
}
