import { python } from '../../frameworks/index.ts';
import { anyOf, anything, flag, integers, optional, positive, whole } from '../arguments/kinds.ts';
import { effect, lost } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { kerasLayer } from './callee.ts';
import { kernelAndBias } from './kinds.ts';

/**
 * Every query becomes a mix of the values, so what comes out has the shape of the query, or `output_shape` in place of
 * its last axis (keras/src/layers/attention/multi_head_attention.py).
 */
const attention = kerasLayer('attention_layers/multi_head_attention', {
  name: 'MultiHeadAttention',
  merges: true,
  arguments: {
    num_heads: positive(),
    key_dim: positive(),
    value_dim: optional(whole(1)),
    dropout: anything(python.float(0)),
    use_bias: flag(true),
    output_shape: optional(integers()),
    attention_axes: anything(),
    flash_attention: anything(),
    ...kernelAndBias,
    ...anyOf('use_gate', 'seed'),
  },
  infer({ num_heads, key_dim, value_dim, use_bias, output_shape }, [query, value = query, key = value]) {
    const own = query.at(-1) ?? null;
    const output = [...query.slice(0, -1), ...(output_shape ?? [own])];
    const outside = output_shape === null ? own : output_shape.reduce((product, size) => product * size, 1);
    const [heads, values] = [num_heads * key_dim, num_heads * (value_dim ?? key_dim)];
    const features = [own, key.at(-1) ?? null, value.at(-1) ?? null];
    const [asked = null, keyed = null, valued = null] = features;
    if (asked === null || keyed === null || valued === null || outside === null)
      return effect(output, { trainable: null, nonTrainable: 0 }, lost);
    const weights = asked * heads + keyed * heads + valued * values + values * outside;
    const biases = use_bias ? 2 * heads + values + outside : 0;
    return effect(output, { trainable: weights + biases, nonTrainable: 0 }, lost);
  },
});

export const attentionLayers: readonly ModelLayer[] = [attention];
