import type { Shape } from '../../pooling/index.ts';
import { flag, integer, integers } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { Effect, Inputs, ModelLayer } from '../layer.ts';
import { type Problem, problem, valueError } from '../problem.ts';
import { broadcast } from '../shape/broadcast.ts';
import { agree, printShape, sum } from '../shape/dimensions.ts';
import { kerasLayer } from './callee.ts';

const listed = (inputs: Inputs): string => `[${inputs.map(printShape).join(', ')}]`;

function single(name: string, input: Shape): Problem {
  const error = valueError(
    'A merge layer should be called on a list of inputs. ' +
      `Received: input_shape=${printShape(input)} (not a list of shapes)`,
  );
  const advice = `${name} joins several branches, and only one comes in here: ${name}()([a, b]).`;
  return problem('wrong-input-count', 'shape', error, advice);
}

/** Cell by cell, sizes of 1 repeated (keras/src/layers/merging/base_merge.py). */
const elementwise = (name: string): ModelLayer =>
  kerasLayer(`merging_layers/${name.toLowerCase()}`, {
    name,
    merges: true,
    arguments: {},
    infer(_args, inputs) {
      const [first, second] = inputs;
      if (second === undefined) return single(name, first);
      let output: Shape = first;
      for (const next of inputs.slice(1)) {
        const joined = broadcast(output, next);
        if (joined === null) return incompatible(output, next);
        output = joined;
      }
      return effect(output);
    },
  });

function incompatible(a: Shape, b: Shape): Problem {
  const [left, right] = [printShape(a.slice(1)), printShape(b.slice(1))];
  const error = valueError(`Inputs have incompatible shapes. Received shapes ${left} and ${right}`);
  const advice =
    `Both branches need the same sizes, and ${left} meets ${right}. padding="same" with equal strides keeps them ` +
    'equal; a 1x1 convolution brings the channels to the same number.';
  return problem('mismatched-inputs', 'shape', error, advice);
}

/** One behind the other along `axis`, all other axes equal (keras/src/layers/merging/concatenate.py). */
const concatenate = kerasLayer('merging_layers/concatenate', {
  name: 'Concatenate',
  merges: true,
  arguments: { axis: integer(-1) },
  infer: ({ axis }, inputs) => concatenated(axis, inputs),
});

export function concatenated(axis: number, inputs: Inputs): Effect | Problem {
  const [first, second] = inputs;
  if (second === undefined) return single('Concatenate', first);
  const along = axis < 0 ? axis + first.length : axis;
  const fits = (shape: Shape): boolean =>
    shape.length === first.length &&
    shape.every((size, at) => at === along || agree(size, first[at] ?? null));
  if (!inputs.every(fits)) return unequal(inputs, axis);
  const total = sum(inputs.map((shape) => shape[along] ?? null));
  return effect(first.map((size, at) => (at === along ? total : size)));
}

function unequal(inputs: Inputs, axis: number): Problem {
  const error = valueError(
    'A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. ' +
      `Received: input_shape=${listed(inputs)}`,
  );
  const advice =
    `Only axis ${axis} may differ between ${inputs.map(printShape).join(' and ')}. Where heights and widths differ by ` +
    'a cell, a pooling layer has dropped an odd row: padding="same", ZeroPadding or Cropping makes them equal.';
  return problem('mismatched-inputs', 'shape', error, advice);
}

/** Sums of products along one axis of each. */
const dot = kerasLayer('merging_layers/dot', {
  name: 'Dot',
  merges: true,
  arguments: { axes: integers(), normalize: flag(false) },
  infer({ axes }, inputs) {
    const [first, second] = inputs;
    if (second === undefined) return single('Dot', first);
    const [left = 1, right = left] = axes;
    const at = (shape: Shape, axis: number): number => (axis < 0 ? axis + shape.length : axis);
    const kept = (shape: Shape, axis: number): Shape => shape.filter((_, place) => place !== at(shape, axis));
    if (!agree(first[at(first, left)] ?? null, second[at(second, right)] ?? null)) {
      const advice = `Axis ${left} of ${printShape(first)} and axis ${right} of ${printShape(second)} differ.`;
      return problem('mismatched-inputs', 'shape', null, advice);
    }
    const output = [...kept(first, left), ...kept(second, right).slice(1)];
    return effect(output.length === 1 ? [...output, 1] : output);
  },
});

export const mergingLayers: readonly ModelLayer[] = [
  ...['Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum'].map(elementwise),
  concatenate,
  dot,
];
