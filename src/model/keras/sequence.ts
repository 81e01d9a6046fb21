import { python } from '../../frameworks/index.ts';
import { anyOf, anything, byName, flag, positive } from '../arguments/kinds.ts';
import { effect, lost } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { whenKnown } from '../shape/dimensions.ts';
import { kerasLayer } from './callee.ts';
import { checkRank } from './rank.ts';

const { float, str } = python;

/** A vector of `output_dim` for every index (keras/src/layers/core/embedding.py). */
const embedding = kerasLayer('core_layers/embedding', {
  name: 'Embedding',
  arguments: {
    input_dim: positive(),
    output_dim: positive(),
    embeddings_initializer: anything(str('uniform')),
    ...anyOf('embeddings_regularizer', 'embeddings_constraint', 'mask_zero', 'weights', 'lora_rank'),
    lora_alpha: anything(),
    quantization_config: anything(),
    input_length: byName(anything()),
  },
  infer: ({ input_dim, output_dim }, [input]) =>
    effect([...input, output_dim], { trainable: input_dim * output_dim, nonTrainable: 0 }),
});

/** What all recurrent layers take through `**kwargs` (keras/src/layers/rnn/rnn.py). */
const recurrence = {
  return_sequences: byName(flag(false)),
  return_state: byName(flag(false)),
  go_backwards: byName(anything()),
  stateful: byName(anything()),
  unroll: byName(anything()),
  zero_output_for_mask: byName(anything()),
  implementation: byName(anything()),
};

const initializers = anyOf('kernel_initializer', 'recurrent_initializer', 'bias_initializer');
const constraints = anyOf(
  'kernel_regularizer',
  'recurrent_regularizer',
  'bias_regularizer',
  'kernel_constraint',
  'recurrent_constraint',
  'bias_constraint',
);
const dropouts = {
  dropout: anything(float(0)),
  recurrent_dropout: anything(float(0)),
};

interface Gates {
  readonly units: number;
  readonly gates: number;
  /** Biases of each gate. */
  readonly biases: number;
  readonly return_sequences: boolean;
}

/** Each gate has a kernel for the input, one for the state, and its biases. */
function recurrent(name: string, [input]: readonly [readonly (number | null)[], ...unknown[]], cell: Gates) {
  const wrongRank = checkRank(name, input, 3, 'ndim', '3 axes (batch, steps and features)');
  if (wrongRank !== null) return wrongRank;
  const { units, gates, biases, return_sequences } = cell;
  const trainable = whenKnown(input[2] ?? null, (features) => gates * units * (features + units + biases));
  const [batch = null, steps = null] = input;
  const output = return_sequences ? [batch, steps, units] : [batch, units];
  return effect(output, { trainable, nonTrainable: 0 }, lost);
}

const lstm = kerasLayer('recurrent_layers/lstm', {
  name: 'LSTM',
  aliases: ['CuDNNLSTM'],
  rank: 1,
  arguments: {
    units: positive(),
    activation: anything(str('tanh')),
    recurrent_activation: anything(str('sigmoid')),
    use_bias: flag(true),
    ...initializers,
    unit_forget_bias: anything(),
    ...constraints,
    ...dropouts,
    seed: anything(),
    ...recurrence,
  },
  infer: ({ units, use_bias, return_sequences }, inputs) =>
    recurrent('LSTM', inputs, { units, gates: 4, biases: Number(use_bias), return_sequences }),
});

/** With `reset_after` the state has a bias of its own. */
const gru = kerasLayer('recurrent_layers/gru', {
  name: 'GRU',
  aliases: ['CuDNNGRU'],
  rank: 1,
  arguments: {
    units: positive(),
    activation: anything(str('tanh')),
    recurrent_activation: anything(str('sigmoid')),
    use_bias: flag(true),
    ...initializers,
    ...constraints,
    ...dropouts,
    reset_after: flag(true),
    seed: anything(),
    ...recurrence,
  },
  infer({ units, use_bias, reset_after, return_sequences }, inputs) {
    const biases = use_bias ? (reset_after ? 2 : 1) : 0;
    return recurrent('GRU', inputs, { units, gates: 3, biases, return_sequences });
  },
});

const simpleRnn = kerasLayer('recurrent_layers/simple_rnn', {
  name: 'SimpleRNN',
  rank: 1,
  arguments: {
    units: positive(),
    activation: anything(str('tanh')),
    use_bias: flag(true),
    ...initializers,
    ...constraints,
    ...dropouts,
    seed: anything(),
    ...recurrence,
  },
  infer: ({ units, use_bias, return_sequences }, inputs) =>
    recurrent('SimpleRNN', inputs, { units, gates: 1, biases: Number(use_bias), return_sequences }),
});

export const sequenceLayers: readonly ModelLayer[] = [embedding, lstm, gru, simpleRnn];
