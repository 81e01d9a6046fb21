import { python } from '../../frameworks/index.ts';
import { anything, flag, optional, positive, whole } from '../arguments/kinds.ts';
import { effect, lost } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { problem } from '../problem.ts';
import { printSizes } from '../shape/dimensions.ts';
import { placement, torchLayer } from './callee.ts';

const assertion = (message: string) => ({ exception: 'AssertionError', message });

/**
 * Every query becomes a mix of the values, so what comes out has the shape of the query; beside it come the weights,
 * averaged over the heads (torch/nn/modules/activation.py, torch/nn/functional.py).
 */
const attention = torchLayer({
  name: 'MultiheadAttention',
  merges: true,
  arguments: {
    embed_dim: positive(),
    num_heads: positive(),
    dropout: anything(python.float(0)),
    bias: flag(true),
    add_bias_kv: flag(false),
    add_zero_attn: anything(python.bool(false)),
    kdim: optional(whole(1)),
    vdim: optional(whole(1)),
    batch_first: flag(false),
    ...placement,
  },
  infer(
    { embed_dim, num_heads, bias, add_bias_kv, kdim, vdim, batch_first },
    [query, key = query, value = key],
  ) {
    if (embed_dim % num_heads !== 0) {
      const error = assertion('embed_dim must be divisible by num_heads');
      const advice = `${embed_dim} numbers can't be shared out evenly among ${num_heads} heads.`;
      return problem('out-of-range', 'constructor', error, advice);
    }
    const features = query.at(-1) ?? null;
    if (query.length !== 2 && query.length !== 3) {
      const advice = `${printSizes(query)} needs to be steps, batch and features.`;
      const error = assertion(
        `query should be unbatched 2D or batched 3D tensor but received ${query.length}-D query tensor`,
      );
      return problem('wrong-rank', 'call', error, advice);
    }
    if (features !== null && features !== embed_dim) {
      const error = assertion(`was expecting embedding dimension of ${embed_dim}, but got ${features}`);
      return problem('wrong-features', 'call', error, `embed_dim=${features} fits what comes in here.`);
    }
    const projections = embed_dim * (embed_dim + (kdim ?? embed_dim) + (vdim ?? embed_dim));
    const biases = bias ? 4 * embed_dim : 0;
    const trainable = projections + embed_dim ** 2 + biases + (add_bias_kv ? 2 * embed_dim : 0);
    const steps = (shape: typeof query) => shape[shape.length === 3 && batch_first ? 1 : 0] ?? null;
    const batch = query.length === 3 ? [query[batch_first ? 0 : 1] ?? null] : [];
    const weights = [...batch, steps(query), steps(value)];
    return { ...effect(query, { trainable, nonTrainable: 0 }, lost), beside: [weights] };
  },
});

export const attentionLayers: readonly ModelLayer[] = [attention];
