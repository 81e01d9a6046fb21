import type { Shape } from '../../../pooling/index.ts';
import { integers, positive } from '../../arguments/kinds.ts';
import { effect, lost, weightless } from '../../define.ts';
import type { ModelLayer } from '../../layer.ts';
import { type Problem, problem, valueError } from '../../problem.ts';
import { printShape, product } from '../../shape/dimensions.ts';
import { fillOne } from '../../shape/fill.ts';
import { kerasLayer } from '../callee.ts';
import { checkRank } from '../rank.ts';

/** Same cells, another shape, -1 for what is left over (keras/src/layers/reshaping/reshape.py). */
const reshape = kerasLayer('reshaping_layers/reshape', {
  name: 'Reshape',
  arguments: { target_shape: integers() },
  infer({ target_shape }, [input]) {
    const cells = input.slice(1);
    const filled = fillOne(target_shape, product(cells));
    if (filled === null) return unequal(cells, target_shape);
    return effect([input[0] ?? null, ...filled], weightless, lost);
  },
});

function unequal(cells: Shape, target: readonly number[]): Problem {
  const whole = target.includes(-1)
    ? 'The total size of the tensor must be unchanged, however, the input size cannot by divided by the ' +
      `specified dimensions in target_shape. Received: input_shape=${printShape(cells)}, target_shape=${printShape(target)}`
    : 'The total size of the tensor must be unchanged. ' +
      `Received: input_shape=${printShape(cells)}, target_shape=${printShape(target)}`;
  const wanted = product(target.filter((size) => size !== -1));
  const advice =
    `${printShape(cells)} holds ${product(cells)} numbers, ${printShape(target)} wants ` +
    `${target.includes(-1) ? 'a multiple of ' : ''}${wanted}.`;
  return problem('wrong-element-count', 'shape', valueError(whole), advice);
}

/** `dims` counts from 1 and leaves the batch where it is. */
const permute = kerasLayer('reshaping_layers/permute', {
  name: 'Permute',
  arguments: { dims: integers() },
  infer({ dims }, [input]) {
    if (dims.toSorted((a, b) => a - b).some((dim, at) => dim !== at + 1)) {
      const error = valueError(
        'Invalid permutation argument `dims` for Permute Layer. ' +
          `The set of indices in \`dims\` must be consecutive and start from 1. Received dims=${printShape(dims)}`,
      );
      return problem(
        'bad-choice',
        'constructor',
        error,
        'dims names every axis behind the batch once, from 1 on.',
      );
    }
    const wrongRank = checkRank('Permute', input, dims.length + 1, 'ndim', `${dims.length + 1} axes`);
    if (wrongRank !== null) return wrongRank;
    return effect([input[0] ?? null, ...dims.map((dim) => input[dim] ?? null)], weightless, lost);
  },
});

const repeatVector = kerasLayer('reshaping_layers/repeat_vector', {
  name: 'RepeatVector',
  arguments: { n: positive() },
  infer({ n }, [input]) {
    const wrongRank = checkRank('RepeatVector', input, 2, 'ndim', 'a batch axis and features');
    if (wrongRank !== null) return wrongRank;
    return effect([input[0] ?? null, n, input[1] ?? null], weightless, lost);
  },
});

export const reshapingLayers: readonly ModelLayer[] = [reshape, permute, repeatVector];
