import type { VersionNote } from '../framework.ts';

/* Measured on onnx 1.23 with ONNX Runtime 1.30, or read in the operator texts. */

export const stride: VersionNote = {
  versions: 'ONNX',
  text: 'strides is 1 along each axis when left out, not the kernel as in Keras and PyTorch.',
};

export const indices: VersionNote = {
  versions: 'ONNX',
  text: 'Indices count over the whole tensor, batch and channels included; PyTorch restarts them in each plane.',
};

export const bytes: VersionNote = { versions: 'Opset 12', text: 'MaxPool takes int8 and uint8 since then.' };

export const oversize: VersionNote = {
  versions: 'ONNX',
  text:
    'A window larger than its input has no common answer: shape inference says 0, the reference raises, ONNX ' +
    'Runtime returns an empty tensor.',
};

export const counting: VersionNote = {
  versions: 'ONNX',
  text: 'count_include_pad is 0 when left out; PyTorch counts padded cells.',
};

export const clippedDivisor: VersionNote = {
  versions: 'Older ONNX Runtime',
  text:
    'With ceil_mode=1 and count_include_pad=1 it divided by the whole kernel; today it divides by the cells up to ' +
    'the end of the padding, as PyTorch does.',
};

export const absolute: VersionNote = {
  versions: 'ONNX',
  text: 'The norm is taken of |x|; PyTorch raises x itself, so odd norms of negative numbers differ.',
};

export const keptRank: VersionNote = {
  versions: 'ONNX',
  text: 'The pooled axes stay with length 1, (N, C, 1, 1); Keras drops them. Flatten(axis=1) drops them here.',
};

export const unimplemented: VersionNote = {
  versions: 'ONNX Runtime 1.30, ONNX reference 1.23',
  text: 'Neither runs GlobalLpPool on the CPU; the values follow the operator text.',
};
