import type { Definition } from '../definition.ts';
import type { LayerFamily, Parameter } from '../framework.ts';
import { bool, intTuple, none, str } from '../literal.ts';
import { poolRules } from './pool.ts';

const inputs: Parameter = { name: 'inputs', tensor: true, summary: 'The array to pool, channels last.' };
const windowShape: Parameter = {
  name: 'window_shape',
  example: intTuple([2, 2]),
  summary: 'Size of the window, a tuple with one int per axis.',
};
const strides: Parameter = {
  name: 'strides',
  fallback: none,
  oneByDefault: true,
  summary: 'Step along each axis, a tuple; 1 everywhere when left out, not the window.',
};
const padding: Parameter = {
  name: 'padding',
  fallback: str('VALID'),
  summary: '"VALID", "SAME", or a (low, high) pair for each axis.',
};
const countIncludePad: Parameter = {
  name: 'count_include_pad',
  fallback: bool(true),
  summary: 'Whether padded cells count in the average.',
};

function define(name: string, family: LayerFamily, extra: readonly Parameter[]): Definition {
  return {
    layer: {
      framework: 'flax',
      name,
      aliases: [],
      form: 'function',
      rank: null,
      family,
      parameters: [inputs, windowShape, strides, padding, ...extra],
      callParameters: [],
      documentation: 'https://flax.readthedocs.io/en/stable/api_reference/flax.nnx/nn/pooling.html',
      notes: [
        { versions: 'Flax', text: 'strides is 1 along each axis when left out, not the window as in Keras.' },
        {
          versions: 'Flax',
          text: 'With padding="SAME" averages divide by the whole window unless told otherwise.',
        },
      ],
    },
    rules: poolRules,
  };
}

/** The pooling functions of flax.linen and flax.nnx. */
export const flaxFunctions: readonly Definition[] = [
  define('max_pool', { reduce: 'max', window: 'local' }, []),
  define('avg_pool', { reduce: 'average', window: 'local' }, [countIncludePad]),
  define('min_pool', { reduce: 'min', window: 'local' }, []),
];
