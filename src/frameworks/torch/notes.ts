import type { LayerFamily, VersionNote } from '../framework.ts';

const paddingRule: VersionNote = {
  versions: 'PyTorch up to 1.13',
  text: 'The padding limit was worded "pad should be at most half of kernel size" and ignored dilation.',
};

const sparseRepr: VersionNote = {
  versions: 'PyTorch',
  text: 'print(model) shows only kernel_size, stride and padding of AvgPool: ceil_mode and count_include_pad stay unseen.',
};

const integers: VersionNote = {
  versions: 'PyTorch',
  text: 'Of the integer types only int64 can be averaged, and the fraction is dropped.',
};

const upsampling: VersionNote = {
  versions: 'PyTorch',
  text: 'An output larger than the input repeats cells; output_size=1 is computed as mean().',
};

const signs: VersionNote = {
  versions: 'PyTorch',
  text: 'No absolute value is taken: odd norms of negative numbers give signed sums or NaN, where ONNX takes |x|.',
};

const edges: VersionNote = {
  versions: 'PyTorch',
  text: 'With ceil_mode=True a window that hangs over the edge is scaled up as if it were whole.',
};

const infiniteNorm: VersionNote = {
  versions: 'PyTorch up to 2.12',
  text: 'norm_type=float("inf") gave 1 everywhere; since then it is the largest absolute value.',
};

const random: VersionNote = {
  versions: 'PyTorch',
  text: 'The windows are drawn at random on each call unless _random_samples is given.',
};

const ambiguous: VersionNote = {
  versions: 'PyTorch',
  text: 'Several sizes pool to the same one, so output_size may say which is meant; it must lie within one stride.',
};

/** What differs between releases, or surprises, for one module or function; measured on PyTorch 2.13. */
export function layerNotes({ reduce, window }: LayerFamily): readonly VersionNote[] {
  switch (window) {
    case 'local':
      if (reduce === 'lp') return [signs, edges, infiniteNorm];
      return reduce === 'max' ? [paddingRule] : [paddingRule, sparseRepr, integers];
    case 'adaptive':
      return [upsampling];
    case 'fractional':
      return [random];
    case 'unpool':
      return [ambiguous];
    case 'global':
      return [];
  }
}
