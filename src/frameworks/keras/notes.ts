import type { LayerFamily, VersionNote } from '../framework.ts';

const common: readonly VersionNote[] = [
  {
    versions: 'Keras 1',
    text: 'Arguments had other names: border_mode for padding, dim_ordering ("tf", "th") for data_format.',
    cues: ['border_mode', 'dim_ordering'],
  },
  {
    versions: 'Keras 2 (tf.keras up to 2.15)',
    text: 'A wrong rank is reported as "Input 0 of layer ... is incompatible with the layer".',
  },
];

const upperCase: VersionNote = {
  versions: 'Keras 3',
  text: 'padding="SAME" works on arrays but fails in a model and in compute_output_shape: write it in lower case.',
  cues: ['"SAME"', "'SAME'"],
};

const zeroStrides: VersionNote = {
  versions: 'Keras 3',
  text: 'strides=0 passes the constructor and fails later: ZeroDivisionError in a model, another error on each backend.',
  cues: ['strides=0'],
};

const eagerOversize: VersionNote = {
  versions: 'Keras 3',
  text:
    'A window larger than the input is refused in a model; on plain arrays TensorFlow and JAX return an empty ' +
    'result without a word.',
};

const nanDropped: VersionNote = {
  versions: 'Keras 3',
  text: 'NaN in a window is ignored on TensorFlow (CPU) and wins on PyTorch and JAX.',
  cues: ['nan', 'NaN'],
};

const requiredPoolSize: VersionNote = {
  versions: 'Keras 2 (tf.keras up to 2.15)',
  text: 'pool_size of average pooling was 2 when left out; Keras 3 wants it.',
  cues: ['Keras 2', 'keras 2', 'tf.keras'],
};

const layout1D: VersionNote = {
  versions: 'Keras 2 (tf.keras up to 2.15)',
  text: 'data_format of the 1D layers was "channels_last" when left out, whatever keras.json said.',
};

const integerAverage: VersionNote = {
  versions: 'Keras 3',
  text: 'Integer input is refused on TensorFlow and PyTorch; JAX turns it into float32.',
  cues: ['int32', 'int64', 'uint8'],
};

const backendPadding: VersionNote = {
  versions: 'Keras 3 on PyTorch',
  text: 'padding="causal" passes on arrays and is taken as "valid".',
  cues: ['causal'],
};

const wholeFloats: VersionNote = {
  versions: 'Keras 3',
  text: 'pool_size=(2.0, 2.0) passes the constructor; it works on TensorFlow and fails on PyTorch and JAX.',
  cues: ['2.0', '3.0'],
};

const maskEnds: VersionNote = {
  versions: 'Keras 3',
  text: 'The mask of an Embedding(mask_zero=True) ends here: layers behind it count the padding.',
  cues: ['mask_zero', 'Embedding', 'Masking'],
};

const halfOverflow: VersionNote = {
  versions: 'Keras 3 on TensorFlow',
  text: 'In float16 the sum of a large map can overflow, and the mean with it.',
  cues: ['float16'],
};

const reduction: VersionNote = {
  versions: 'Keras 3',
  text: 'An empty map has the mean NaN; its maximum is an error.',
};

const maskedRow: VersionNote = {
  versions: 'Keras 3',
  text: 'A row that is masked whole is divided by zero and gives NaN.',
  cues: ['mask'],
};

const adaptive: readonly VersionNote[] = [
  { versions: 'Keras 3 before December 2025', text: 'The adaptive layers did not exist.' },
  {
    versions: 'Keras 3 on TensorFlow',
    text: 'Adaptive pooling to 1 fails inside tf.function (fit, predict); use global pooling there.',
  },
  {
    versions: 'Keras 3',
    text: 'There is no check of the rank: a 3D tensor into the 2D layer gives a wrong 3D result.',
  },
];

/** What differs between releases and backends for one layer, measured on Keras 3.15.1 and read in 3.16.0. */
export function layerNotes({ reduce, window }: LayerFamily, rank: 1 | 2 | 3): readonly VersionNote[] {
  if (window === 'adaptive') return adaptive;
  if (window === 'global') {
    const mean = reduce === 'average' ? [halfOverflow, ...(rank === 1 ? [maskedRow] : [])] : [];
    return [...common, reduction, ...mean];
  }
  const byReduce = reduce === 'max' ? [nanDropped] : [requiredPoolSize, integerAverage];
  const byRank = rank === 1 ? [layout1D, maskEnds] : [];
  const byBackend = [upperCase, zeroStrides, eagerOversize, backendPadding, wholeFloats];
  return [...common, ...byReduce, ...byRank, ...byBackend];
}
