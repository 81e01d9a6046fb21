import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { isSymmetric, sidesOf } from '../code/padding.ts';
import { call, named } from '../code/spell.ts';
import type { GivenArguments } from '../framework.ts';
import { bool, expression, int } from '../literal.ts';

/** The Pooling layer as pycaffe's NetSpec writes it. */
export const caffeWriter: Writer = {
  framework: 'caffe',
  layouts: ['channels_first'],
  candidates,
  render,
  reason,
};

function candidates({ operation, sizes }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool' || operation.axes.rank !== 2) return [];
  const { window, reduce } = operation;
  if (reduce.kind !== 'max' && reduce.kind !== 'average') return [];
  const pool = named('pool', expression(`P.Pooling.${reduce.kind === 'max' ? 'MAX' : 'AVE'}`));
  if (window.kind === 'global') {
    const given = [pool, named('global_pooling', bool(true))];
    return [window.keepdims ? { layer: 'Pooling', given } : { layer: 'Pooling', given, flatten: true }];
  }
  if (window.kind !== 'local') return [];
  const sides = sidesOf(window, sizes);
  const pad = sides !== null && isSymmetric(sides) ? sides.begin : [0, 0];
  const given = [
    pool,
    ...pair('kernel_size', 'kernel', window.kernel),
    ...(window.stride.some((step) => step !== 1) ? pair('stride', 'stride', window.stride) : []),
    ...(pad.some((cells) => cells > 0) ? pair('pad', 'pad', pad) : []),
  ];
  return [{ layer: 'Pooling', given }];
}

function pair(single: string, prefix: string, [height = 1, width = 1]: readonly number[]): GivenArguments {
  if (height === width) return [named(single, int(height))];
  return [named(`${prefix}_h`, int(height)), named(`${prefix}_w`, int(width))];
}

function render({ given, flatten }: Candidate): string {
  const built = call('L.Pooling', given, ['bottom']);
  return flatten ? `L.Flatten(${built})` : built;
}

function reason({ operation }: Task): string {
  if (operation.axes.rank !== 2) return 'Caffe pools height and width only.';
  if (operation.kind === 'unpool') return 'Caffe has no unpooling.';
  const { window, reduce } = operation;
  if (reduce.kind !== 'max' && reduce.kind !== 'average') return 'Caffe pools maxima and averages only.';
  if (window.kind !== 'local') return `Caffe has no ${window.kind} pooling.`;
  if (window.dilation.some((gap) => gap > 1)) return 'Caffe pooling has no dilation.';
  return 'Caffe always rounds the output size up and counts padding in averages; here that gives other windows.';
}
