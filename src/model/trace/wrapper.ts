import type { Shape } from '../../pooling/index.ts';
import { lost } from '../define.ts';
import type { Effect, ParameterCount } from '../layer.ts';
import { type Problem, problem } from '../problem.ts';
import { printShape, whenKnown } from '../shape/dimensions.ts';
import type { AppliedStep, Step } from './trace.ts';

/** Applies the layer inside a wrapper to a shape. */
type Inner = (input: Shape) => AppliedStep;

/** Keras' wrappers: what they make of the layer inside (keras/src/layers/rnn). */
export const wrapperRules: Readonly<
  Record<string, (wrapper: Step, inner: Inner, input: Shape) => Effect | Problem>
> = {
  Bidirectional: bidirectional,
  TimeDistributed: timeDistributed,
};

/** Once forwards and once backwards; "concat" puts both results behind each other. */
function bidirectional(wrapper: Step, inner: Inner, input: Shape): Effect | Problem {
  const { output, parameters, problem: refusal } = inner(input);
  if (output === null || parameters === null) return refusal ?? nothing;
  const mode = wrapper.given.find(({ name }) => name === 'merge_mode')?.value;
  if (mode?.type === 'none') {
    const advice = 'merge_mode=None gives two separate results; name what comes after each of them.';
    return problem('unsupported', 'shape', null, advice);
  }
  const joined = mode === undefined || (mode.type === 'str' && mode.value === 'concat');
  const features = whenKnown(output.at(-1) ?? null, (known) => (joined ? 2 * known : known));
  return { ...effectOf([...output.slice(0, -1), features]), parameters: doubled(parameters) };
}

const doubled = ({ trainable, nonTrainable }: ParameterCount): ParameterCount => ({
  trainable: whenKnown(trainable, (known) => 2 * known),
  nonTrainable: whenKnown(nonTrainable, (known) => 2 * known),
});

/** The same layer for every step of axis 1. */
function timeDistributed(_wrapper: Step, inner: Inner, input: Shape): Effect | Problem {
  if (input.length < 3) {
    const error = {
      message:
        '`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, ' +
        `received: ${printShape(input)}`,
      exception: 'ValueError',
    };
    return problem(
      'wrong-rank',
      'shape',
      error,
      'It takes (batch, steps, …): one axis more than the layer inside.',
    );
  }
  const [batch = null, steps = null, ...rest] = input;
  const { output, parameters, problem: refusal } = inner([batch, ...rest]);
  if (output === null || parameters === null) return refusal ?? nothing;
  return { ...effectOf([batch, steps, ...output.slice(1)]), parameters };
}

const effectOf = (output: Shape): Omit<Effect, 'parameters'> => ({
  ok: true,
  output,
  reach: lost,
  warning: null,
});

const nothing = problem('unknown-value', 'shape', null, 'The layer inside gives no shape.');
