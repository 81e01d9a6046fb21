import type { ErrorForm } from './form.ts';

const two = (first: string, second: string): ErrorForm['captures'] => [
  [first, 'shape'],
  [second, 'shape'],
];

/** Messages of TensorFlow's own graph and kernels, of JAX, Flax and NumPy. */
export const tensorErrors: readonly ErrorForm[] = [
  {
    id: 'linear-mismatch',
    pattern:
      /dimensions must be equal, but are (\d+) and (\d+) for '?\{\{node [^}]{0,80}matmul[^}]{0,20}\}\}/i,
    captures: [
      ['arriving', 'number'],
      ['expected', 'number'],
    ],
  },
  {
    id: 'concatenate',
    pattern:
      /dimensions must be equal, but are \d+ and \d+ for '?\{\{node (?![^}]{0,80}matmul)[^}]{1,80}\}\}[^[]{0,80}(?:\[[^\]=]{0,30}=[^[]{0,80})?with input shapes: (\[[^\]]{1,60}\]), (\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern:
      /dimension \d+ in both shapes must be equal(?:: shape\[0\] = |, but are \d+ and \d+\. shapes are )(\[[^\]]{1,60}\])(?: vs\. shape\[1\] = | and )(\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern: /incompatible shapes: (\[[^\]]{1,60}\]) vs\. (\[[^\]]{1,60}\])/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern: /inputs have incompatible shapes\. received shapes (\([^)]{1,60}\)) and (\([^)]{1,60}\))/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern:
      /(?:incompatible shapes for broadcasting:|could not be broadcast together with shapes) (\([^)]{1,60}\)),? (\([^)]{1,60}\))/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern: /concatenating along dimension \d+ for shapes (\([^)]{1,60}\)), (\([^)]{1,60}\))/i,
    captures: two('first', 'second'),
  },
  {
    id: 'ndim',
    pattern: /shape must be (?:at least )?rank (\d) but is rank (\d)/i,
    captures: [
      ['expected', 'number'],
      ['found', 'number'],
    ],
  },
  {
    id: 'linear-mismatch',
    pattern:
      /dot_general requires contracting dimensions to have the same shape, got \((\d+),?\) and \((\d+),?\)/i,
    captures: [
      ['arriving', 'number'],
      ['expected', 'number'],
    ],
  },
  {
    id: 'linear-mismatch',
    pattern:
      /initializer expected to generate shape (\([^)]{1,40}\)) but got shape (\([^)]{1,40}\)) instead for parameter "?kernel/i,
    captures: two('built', 'weight'),
  },
  {
    id: 'open-features',
    pattern: /the last dimension of the inputs to a `?dense`? layer should be defined\. found none/i,
    captures: [],
  },
  {
    id: 'wrong-input',
    pattern: /expected shape=(\([^)]{1,60}\)), found shape=(\([^)]{1,60}\))/i,
    captures: two('expected', 'found'),
  },
];
