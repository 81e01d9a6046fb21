import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { neutral, padStep } from '../code/padding.ts';
import { call, compact, named } from '../code/spell.ts';
import type { GivenArguments } from '../framework.ts';
import { bool, str } from '../literal.ts';

/** Keras' layers: a window with "valid" or "same", a padding layer in front where that is not enough. */
export const kerasWriter: Writer = {
  framework: 'keras',
  layouts: ['channels_last', 'channels_first'],
  candidates,
  render,
  reason,
};

function candidates({ operation, sizes, layout }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool') return [];
  const { window, reduce, axes } = operation;
  if (reduce.kind !== 'max' && reduce.kind !== 'average') return [];
  const kind = `${reduce.kind === 'max' ? 'Max' : 'Average'}Pooling${axes.rank}D`;
  const format: GivenArguments = layout === 'channels_first' ? [named('data_format', str(layout))] : [];
  switch (window.kind) {
    case 'local': {
      const stepped = window.stride.some((step, axis) => step !== window.kernel[axis]);
      const given = [
        named('pool_size', compact(window.kernel)),
        ...(stepped ? [named('strides', compact(window.stride))] : []),
      ];
      const pad = padStep(window, sizes, neutral(reduce.kind));
      return [
        { layer: kind, given: [...given, ...format] },
        { layer: kind, given: [...given, named('padding', str('same')), ...format] },
        ...(pad ? [{ layer: kind, given: [...given, ...format], pad }] : []),
      ];
    }
    case 'global': {
      const keep = window.keepdims ? [named('keepdims', bool(true))] : [];
      return [{ layer: `Global${kind}`, given: [...format, ...keep] }];
    }
    case 'adaptive': {
      const size = window.outputSize.map((length, axis) => length ?? sizes?.[axis] ?? null);
      const known = size.filter((length) => length !== null);
      return known.length === size.length
        ? [{ layer: `Adaptive${kind}`, given: [named('output_size', compact(known)), ...format] }]
        : [];
    }
    case 'fractional':
      return [];
  }
}

function render({ layer, given, pad }: Candidate, { operation, layout }: Task): string {
  const built = call(`layers.${layer}`, given);
  if (!pad) return built;
  const sides = pad.begin.map((begin, axis): readonly [number, number] => [begin, pad.end[axis] ?? 0]);
  if (pad.value === '0') return `keras.Sequential([${zeroPadding(operation.axes.rank, sides)}, ${built}])`;
  const none: readonly [number, number] = [0, 0];
  const all = layout === 'channels_last' ? [none, ...sides, none] : [none, none, ...sides];
  const pairs = all.map(([begin, end]) => `[${begin}, ${end}]`).join(', ');
  return `${built}(keras.ops.pad(x, [${pairs}], constant_values=float("${pad.value}")))`;
}

function zeroPadding(rank: number, sides: readonly (readonly [number, number])[]): string {
  const pairs = sides.map(([begin, end]) => `(${begin}, ${end})`);
  return `layers.ZeroPadding${rank}D(${pairs.length === 1 ? pairs[0] : `(${pairs.join(', ')})`})`;
}

function reason({ operation, sizes }: Task): string {
  if (operation.kind === 'unpool') return 'Keras has no unpooling layer.';
  const { reduce, window } = operation;
  if (reduce.kind === 'lp') return 'Keras has no LP pooling layer.';
  if (reduce.kind === 'min') return 'Keras has no minimum pooling; it is -MaxPooling(-x).';
  if (reduce.kind === 'average' && reduce.truncate) return 'Keras does not average integers.';
  switch (window.kind) {
    case 'local':
      if (window.dilation.some((gap) => gap > 1)) return 'Keras pooling has no dilation.';
      if (window.divisor.kind === 'fixed' && reduce.kind === 'average')
        return 'Keras averages divide by the window only.';
      if (sizes === null && window.rounding !== 'floor')
        return 'Keras rounds down; with the input size it may still fit.';
      return 'Keras divides by real cells under "same" and has no other padding, so this average has no exact layer.';
    case 'adaptive':
      return 'Keras wants a number for every output size; None needs the input size.';
    case 'fractional':
      return 'Keras has no fractional pooling.';
    case 'global':
      return 'Keras has no such global layer.';
  }
}
