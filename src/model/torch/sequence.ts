import { python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { anyOf, anything, flag, positive, whole } from '../arguments/kinds.ts';
import { effect, lost } from '../define.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError, valueError } from '../problem.ts';
import { printSizes } from '../shape/dimensions.ts';
import { placement, torchLayer } from './callee.ts';

const { float, str } = python;

/** A vector of `embedding_dim` for every index. */
const embedding = torchLayer({
  name: 'Embedding',
  arguments: {
    num_embeddings: positive(),
    embedding_dim: positive(),
    ...anyOf('padding_idx', 'max_norm', 'norm_type', 'scale_grad_by_freq', 'sparse', '_weight', '_freeze'),
    ...placement,
  },
  infer: ({ num_embeddings, embedding_dim }, [input]) =>
    effect([...input, embedding_dim], { trainable: num_embeddings * embedding_dim, nonTrainable: 0 }),
});

const shared = {
  bias: flag(true),
  batch_first: flag(false),
  dropout: anything(float(0)),
  bidirectional: flag(false),
};

interface Recurrence {
  readonly input_size: number;
  readonly hidden_size: number;
  readonly num_layers: number;
  readonly bias: boolean;
  readonly bidirectional: boolean;
  readonly proj_size: number;
  readonly batch_first: boolean;
}

/** The sequence that comes out first, not the last state; weights as torch/nn/modules/rnn.py lays them out. */
function recurrent(name: string, gates: number, cell: Recurrence, input: Shape): Effect | Problem {
  if (input.length !== 2 && input.length !== 3) {
    const error = valueError(`${name}: Expected input to be 2D or 3D, got ${input.length}D instead`);
    return problem(
      'wrong-rank',
      'call',
      error,
      `${printSizes(input)} needs to be steps, batch and features.`,
    );
  }
  const features = input.at(-1) ?? null;
  if (features !== null && features !== cell.input_size) {
    const error = runtimeError(
      `input.size(-1) must be equal to input_size. Expected ${cell.input_size}, got ${features}`,
    );
    return problem('wrong-features', 'call', error, `input_size=${features} fits what comes in here.`);
  }
  const { hidden_size: hidden, proj_size, num_layers } = cell;
  const directions = cell.bidirectional ? 2 : 1;
  const state = proj_size > 0 ? proj_size : hidden;
  const biases = cell.bias ? 2 * gates * hidden : 0;
  const projection = proj_size > 0 ? proj_size * hidden : 0;
  let trainable = 0;
  for (let layer = 0; layer < num_layers; layer += 1) {
    const entering = layer === 0 ? cell.input_size : state * directions;
    trainable += directions * (gates * hidden * (entering + state) + biases + projection);
  }
  const sequence = effect([...input.slice(0, -1), state * directions], { trainable, nonTrainable: 0 }, lost);
  // Behind the sequence an LSTM gives a pair of states, the others one: the last of every layer and direction.
  if (name === 'LSTM') return sequence;
  const batch = input.length === 3 ? [input[cell.batch_first ? 0 : 1] ?? null] : [];
  return { ...sequence, beside: [[num_layers * directions, ...batch, state]] };
}

const lstm = torchLayer({
  name: 'LSTM',
  rank: 1,
  arguments: {
    input_size: positive(),
    hidden_size: positive(),
    num_layers: positive(1),
    ...shared,
    proj_size: whole(0, 0),
    ...placement,
  },
  infer: (args, [input]) => recurrent('LSTM', 4, args, input),
});

const gru = torchLayer({
  name: 'GRU',
  rank: 1,
  arguments: {
    input_size: positive(),
    hidden_size: positive(),
    num_layers: positive(1),
    ...shared,
    ...placement,
  },
  infer: (args, [input]) => recurrent('GRU', 3, { ...args, proj_size: 0 }, input),
});

const rnn = torchLayer({
  name: 'RNN',
  rank: 1,
  arguments: {
    input_size: positive(),
    hidden_size: positive(),
    num_layers: positive(1),
    nonlinearity: anything(str('tanh')),
    ...shared,
    ...placement,
  },
  infer: (args, [input]) => recurrent('RNN', 1, { ...args, proj_size: 0 }, input),
});

export const sequenceLayers: readonly ModelLayer[] = [embedding, lstm, gru, rnn];
