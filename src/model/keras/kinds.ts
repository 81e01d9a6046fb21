import { python, repr, standardizeTuple } from '../../frameworks/index.ts';
import type { Layout } from '../../pooling/index.ts';
import type { ArgumentKind } from '../arguments/kind.ts';
import { anyOf, kind, unfit } from '../arguments/kinds.ts';
import { problem, success, valueError } from '../problem.ts';

/** One whole number for every axis, or a tuple with one each, as `standardize_tuple` takes them. */
export function tuple(
  count: number,
  fallback?: number,
  zero: 'refused' | 'allowed' = 'refused',
): ArgumentKind<readonly number[]> {
  return kind(fallback === undefined ? undefined : python.int(fallback), (value, name) =>
    value.type === 'expression'
      ? unfit(value, name, 'whole numbers', `${name}=2`)
      : standardizeTuple(name, value, count, zero),
  );
}

export type KerasPadding = 'valid' | 'same' | 'causal';

/** `standardize_padding` of Keras 3.16: upper case passes, "causal" only where a layer has it. */
export function padding(last: 'same' | 'causal'): ArgumentKind<KerasPadding> {
  const allowed = ['valid', 'same', 'causal'].slice(0, last === 'causal' ? 3 : 2);
  return kind(python.str('valid'), (value, name) => {
    if (value.type !== 'str') return unfit(value, name, '"valid" or "same"', `${name}="same"`);
    const lower = value.value.toLowerCase();
    if (lower === 'valid' || lower === 'same' || (lower === 'causal' && last === 'causal'))
      return success(lower);
    const error = valueError(
      `The \`padding\` argument must be a list/tuple or one of {${allowed.map((word) => `'${word}'`).join(', ')}}. ` +
        `Received: ${lower}`,
    );
    const advice = `padding is ${allowed.map((word) => `"${word}"`).join(' or ')} here; ${repr(value)} is none of them.`;
    return problem('bad-choice', 'constructor', error, advice);
  });
}

/** None means the setting in keras.json, channels_last unless changed. */
export const dataFormat: ArgumentKind<Layout> = kind(python.none, (value, name) => {
  if (value.type === 'none') return success('channels_last');
  const lower = value.type === 'str' ? value.value.toLowerCase() : null;
  if (lower === 'channels_last' || lower === 'channels_first') return success(lower);
  if (value.type !== 'str') return unfit(value, name, 'a layout', `${name}="channels_last"`);
  const error = valueError(
    "The `data_format` argument must be one of {'channels_first', 'channels_last'}. " +
      `Received: data_format=${lower}`,
  );
  return problem(
    'bad-choice',
    'constructor',
    error,
    'Write data_format="channels_last" or "channels_first".',
  );
});

/** What follows the arguments that matter in every layer with a kernel and a bias. */
export const kernelAndBias = anyOf(
  'kernel_initializer',
  'bias_initializer',
  'kernel_regularizer',
  'bias_regularizer',
  'activity_regularizer',
  'kernel_constraint',
  'bias_constraint',
);
