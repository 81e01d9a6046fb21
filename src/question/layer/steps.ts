import type { FrameworkId } from '../../frameworks/index.ts';

const ranked = (names: string): readonly string[] =>
  names
    .split(' ')
    .flatMap((name) =>
      name.includes('?') ? ['1', '2', '3'].map((rank) => name.replace('?', rank)) : [name],
    );

/** Layers that don't pool, by the names that Keras and PyTorch give them; `?` is 1, 2 or 3. */
const keras = ranked(
  'Conv?D Convolution?D Conv?DTranspose DepthwiseConv?D SeparableConv?D ZeroPadding?D Cropping?D UpSampling?D ' +
    'SpatialDropout?D Dense Flatten Dropout BatchNormalization LayerNormalization GroupNormalization Activation ReLU ' +
    'LeakyReLU PReLU ELU GELU Softmax Reshape Permute Embedding LSTM GRU SimpleRNN Bidirectional TimeDistributed ' +
    'Concatenate Add Multiply InputLayer Rescaling RepeatVector GaussianNoise AlphaDropout',
);
const torch = ranked(
  'Conv?d ConvTranspose?d BatchNorm?d InstanceNorm?d Dropout?d ReflectionPad?d ReplicationPad?d ConstantPad?d ' +
    'ZeroPad2d Linear LazyLinear Flatten Dropout LayerNorm GroupNorm ReLU ReLU6 LeakyReLU PReLU ELU GELU SiLU Sigmoid ' +
    'Tanh Softmax LogSoftmax Unflatten Upsample Identity Embedding LSTM GRU RNN LocalResponseNorm PixelShuffle',
);

const exact: ReadonlyMap<string, FrameworkId> = new Map([
  ...torch.map((name) => [name, 'torch'] as const),
  ...keras.map((name) => [name, 'keras'] as const),
]);
const lower: Readonly<Record<'keras' | 'torch', ReadonlyMap<string, string>>> = {
  keras: new Map(keras.map((name) => [name.toLowerCase(), name])),
  torch: new Map(torch.map((name) => [name.toLowerCase(), name])),
};

/** The name of a layer that doesn't pool, in the named framework's spelling; null for anything else. */
export function otherLayerNamed(name: string, framework: FrameworkId | null): string | null {
  const base = name.slice(name.lastIndexOf('.') + 1);
  const order =
    framework === 'torch' || /^(?:torch\.)?(?:nn|f)\./i.test(name)
      ? (['torch', 'keras'] as const)
      : (['keras', 'torch'] as const);
  if (framework === null && exact.has(base)) return base;
  for (const id of order) {
    const found = lower[id].get(base.toLowerCase());
    if (found !== undefined) return found;
  }
  const short = shorthand.get(name.toLowerCase());
  return short === undefined ? null : short[order[0]];
}

/** What people write for short: `conv(3, 6, 5)`, `fc(400, 120)`. */
const shorthand: ReadonlyMap<string, Readonly<Record<'keras' | 'torch', string>>> = new Map([
  ['conv', { keras: 'Conv2D', torch: 'Conv2d' }],
  ['fc', { keras: 'Dense', torch: 'Linear' }],
  ['bn', { keras: 'BatchNormalization', torch: 'BatchNorm2d' }],
]);
