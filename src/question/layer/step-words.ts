import type { FrameworkId } from '../../frameworks/index.ts';
import { findPhrases, phrasesOf } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';
import type { Mention } from './mention.ts';

interface Step {
  readonly keras: string;
  readonly torch: string;
}

const rank2: Step = { keras: 'Conv2D', torch: 'Conv2d' };

const steps = phrasesOf<Step>([
  ['transposed|transpose conv|convolution layer?', { keras: 'Conv2DTranspose', torch: 'ConvTranspose2d' }],
  ['conv|convolution|convolutional 1d', { keras: 'Conv1D', torch: 'Conv1d' }],
  ['1d conv|convolution|convolutional', { keras: 'Conv1D', torch: 'Conv1d' }],
  ['conv|convolution|convolutional 3d', { keras: 'Conv3D', torch: 'Conv3d' }],
  ['3d conv|convolution|convolutional', { keras: 'Conv3D', torch: 'Conv3d' }],
  ['2d? conv|convolution|convolutional layer?', rank2],
  ['flatten|flattening layer?', { keras: 'Flatten', torch: 'Flatten' }],
  ['dense|linear|fc layer?', { keras: 'Dense', torch: 'Linear' }],
  ['fully connected layer?', { keras: 'Dense', torch: 'Linear' }],
  ['relu|relus', { keras: 'ReLU', torch: 'ReLU' }],
  ['batchnorm|bn', { keras: 'BatchNormalization', torch: 'BatchNorm2d' }],
  ['batch norm|normalization|normalisation', { keras: 'BatchNormalization', torch: 'BatchNorm2d' }],
  ['dropout', { keras: 'Dropout', torch: 'Dropout' }],
  ['softmax', { keras: 'Softmax', torch: 'Softmax' }],
]);

/** Layers that don't pool, in plain English: "conv 3x3", "a dense layer", "flatten". */
export function findStepWords(
  tokens: readonly Token[],
  free: (index: number) => boolean,
  framework: FrameworkId | null,
): readonly Mention[] {
  const found: Mention[] = [];
  for (const { value, from, to } of findPhrases(steps, tokens)) {
    const before = found.at(-1);
    if (!free(from) || !free(to - 1) || (before !== undefined && from < before.to)) continue;
    const name = framework === 'torch' ? value.torch : value.keras;
    found.push({ kind: 'other', name, code: null, from, to, settings: [], times: 1 });
  }
  return found;
}
