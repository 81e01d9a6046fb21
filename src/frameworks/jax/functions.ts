import type { Definition } from '../definition.ts';
import type { Parameter } from '../framework.ts';
import { expression, intTuple, none, str } from '../literal.ts';
import { reduceWindowRules } from './reduce-window.ts';

const parameters: readonly Parameter[] = [
  { name: 'operand', tensor: true, summary: 'The array to reduce.' },
  {
    name: 'init_value',
    example: expression('-jnp.inf'),
    symbol: true,
    summary: '-jnp.inf for a maximum, 0 for a sum.',
  },
  {
    name: 'computation',
    example: expression('lax.max'),
    symbol: true,
    summary: 'lax.max, lax.min or lax.add.',
  },
  {
    name: 'window_dimensions',
    example: intTuple([1, 2, 2, 1]),
    summary: 'Size of the window along every axis of the array, 1 for batch and channels.',
  },
  {
    name: 'window_strides',
    fallback: none,
    oneByDefault: true,
    summary: 'Step along every axis; 1 when left out.',
  },
  {
    name: 'padding',
    fallback: str('VALID'),
    summary: '"VALID", "SAME", or a (low, high) pair for every axis.',
  },
  { name: 'base_dilation', fallback: none, summary: 'Gaps put between the cells of the input.' },
  { name: 'window_dilation', fallback: none, summary: 'Distance between the cells of one window.' },
];

/** jax.lax.reduce_window, on which pooling in JAX is built. */
export const jaxFunctions: readonly Definition[] = [
  {
    layer: {
      framework: 'jax',
      name: 'reduce_window',
      aliases: [],
      form: 'function',
      rank: null,
      family: { reduce: 'max', window: 'local' },
      parameters,
      callParameters: [],
      documentation: 'https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_window.html',
      notes: [
        { versions: 'JAX', text: 'lax.add gives the sum of each window; divide by its size for the mean.' },
      ],
    },
    rules: reduceWindowRules,
  },
];
