import { type Axes, plainWindow, type Reduce, type Window } from '../../pooling/index.ts';
import type { Expression } from '../../question/index.ts';
import type { Step } from './step.ts';

/** The steps of code that pools without a layer. Keras' global layers are its reductions, and split gradients on ties as they do. */
export function stepsOfExpression(expression: Expression): readonly Step[] {
  const { rank, layout } = expression;
  const axes: Axes = { rank, layout, lead: 0, channels: false };
  const pool = (reduce: Reduce, window: Window): Step => ({
    kind: 'pool',
    operation: { kind: 'pool', axes, reduce, window, indices: { base: 'plane', order: 'row-major' } },
    layer: null,
  });
  switch (expression.kind) {
    case 'global':
      return [pool(reduceOf(expression.reduce), { kind: 'global', keepdims: true })];
    case 'windows':
      return [
        pool(
          reduceOf(expression.reduce, expression.layer ? 'first' : 'split'),
          plainWindow(expression.kernel, expression.stride),
        ),
      ];
    case 'area': {
      const { target, shares } = expression;
      const targets = 'to' in target ? target.to.map((to) => ({ to })) : target.by.map((by) => ({ by }));
      return [{ kind: 'cells', rules: targets.map((size) => ({ kind: 'area', target: size, shares })) }];
    }
    case 'linear': {
      const { target, corners, spacing } = expression;
      const targets = 'to' in target ? target.to.map((to) => ({ to })) : target.by.map((by) => ({ by }));
      return [
        { kind: 'cells', rules: targets.map((size) => ({ kind: 'linear', target: size, corners, spacing })) },
      ];
    }
    case 'blur': {
      const { kernel, border } = expression;
      const ones = kernel.map(() => 1);
      const mean = pool(reduceOf('average'), plainWindow(kernel, ones));
      if (border === null) return [mean];
      const rules = kernel.map((size) => {
        const before = Math.floor(size / 2);
        return { kind: 'border', before, after: size - 1 - before, fill: border } as const;
      });
      return [{ kind: 'cells', rules }, mean];
    }
  }
}

export const sum: Reduce = { kind: 'lp', norm: 1, sign: 'raw', clipped: 'as-is' };

function reduceOf(reduce: 'average' | 'max' | 'min' | 'sum', ties: 'first' | 'split' = 'split'): Reduce {
  switch (reduce) {
    case 'average':
      return { kind: 'average', truncate: false };
    case 'max':
    case 'min':
      return { kind: reduce, nan: 'propagate', ties };
    case 'sum':
      return sum;
  }
}
