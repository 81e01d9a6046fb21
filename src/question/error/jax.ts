import { type MessageForm, raisedIn } from './form.ts';

const two = (first: string, second: string): MessageForm['captures'] => [
  [first, 'shape'],
  [second, 'shape'],
];

/** Messages of JAX, and of Flax and NumPy beside it. */
export const jaxErrors = raisedIn('jax', [
  {
    id: 'window-strides',
    pattern: /reduce_window got inconsistent window_strides and window_dimensions/i,
    captures: [],
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
    id: 'concatenate',
    pattern: /concatenating along dimension \d+ for shapes (\([^)]{1,60}\)), (\([^)]{1,60}\))/i,
    captures: two('first', 'second'),
  },
  { id: 'empty-map', pattern: /zero-size array to reduction operation max/i, captures: [] },
  {
    id: 'concatenate',
    pattern: /incompatible shapes for broadcasting: (\([^)]{1,60}\)),? (\([^)]{1,60}\))/i,
    captures: two('first', 'second'),
  },
  {
    id: 'concatenate',
    pattern: /operands could not be broadcast together with shapes (\([\d,]{1,40}\)) (\([\d,]{1,40}\))/i,
    captures: two('first', 'second'),
    home: 'numpy',
  },
  {
    id: 'channel-mismatch',
    pattern: /must equal the rhs input feature dimension size, but (?:got )?(\d+) \/\/? \d+ != (\d+)/i,
    captures: [
      ['found', 'number'],
      ['expected', 'number'],
    ],
  },
  {
    id: 'parameter-shape',
    pattern:
      /initializer expected to generate shape (\([^)]{1,40}\)) but got shape (\([^)]{1,40}\)) instead for parameter "?kernel/i,
    captures: two('stored', 'needed'),
    home: 'flax',
  },
  {
    id: 'reshape',
    pattern: /cannot reshape array of size (\d+) into shape (\([\d, ]{1,40}\))/i,
    captures: [
      ['size', 'number'],
      ['shape', 'shape'],
    ],
    home: 'numpy',
  },
]);
