import type { Candidate, Task, Writer } from '../code/candidate.ts';
import { neutral, padStep, sidesOf } from '../code/padding.ts';
import { reductionCode } from '../code/reduction.ts';
import { call, compact, named } from '../code/spell.ts';
import type { GivenArguments } from '../framework.ts';
import { intList, list, str } from '../literal.ts';

/** Functions of tf.nn, with tf.pad in front where they take no explicit padding. */
export const tensorflowWriter: Writer = {
  framework: 'tensorflow',
  layouts: ['channels_last'],
  candidates,
  render,
  reason,
};

function candidates({ operation, sizes, layout }: Task): readonly Candidate[] {
  if (operation.kind !== 'pool') return [];
  const { window, reduce, axes } = operation;
  if (window.kind === 'global' && (reduce.kind === 'max' || reduce.kind === 'average')) {
    const ties = reduce.kind === 'max' ? { ...reduce, ties: 'split' as const } : reduce;
    return [{ layer: null, given: [], operation: { ...operation, axes: { ...axes, layout }, reduce: ties } }];
  }
  if (window.kind !== 'local' || (reduce.kind !== 'max' && reduce.kind !== 'average')) return [];
  const layer = `${reduce.kind === 'max' ? 'max' : 'avg'}_pool${axes.rank}d`;
  const base = [named('ksize', compact(window.kernel)), named('strides', compact(window.stride))];
  const mode = (name: string): GivenArguments => [named('padding', str(name))];
  const dilated = window.dilation.some((gap) => gap > 1);
  if (dilated) {
    const type = named('pooling_type', str(reduce.kind === 'max' ? 'MAX' : 'AVG'));
    const given = [
      ...[named('window_shape', intList(window.kernel)), type],
      ...[...mode('VALID'), named('dilations', intList(window.dilation))],
    ];
    const pad = padStep(window, sizes, neutral(reduce.kind));
    return [{ layer: 'pool', given }, ...(pad ? [{ layer: 'pool', given, pad }] : [])];
  }
  const sides = sidesOf(window, sizes);
  const pairs = sides?.begin.map((begin, axis) => intList([begin, sides.end[axis] ?? 0]));
  const zero = intList([0, 0]);
  const explicit = pairs && reduce.kind === 'max' && axes.rank === 2 ? list([zero, ...pairs, zero]) : null;
  const pad = padStep(window, sizes, neutral(reduce.kind));
  return [
    { layer, given: [...base, ...mode('VALID')] },
    { layer, given: [...base, ...mode('SAME')] },
    ...(explicit ? [{ layer, given: [...base, named('padding', explicit)] }] : []),
    ...(pad ? [{ layer, given: [...base, ...mode('VALID')], pad }] : []),
  ];
}

function render({ layer, given, pad }: Candidate, { operation }: Task): string {
  if (layer === null) return reductionCode(operation, 'tf.reduce_mean', 'tf.reduce_max');
  if (!pad) return call(`tf.nn.${layer}`, given, ['x']);
  const sides = pad.begin.map((begin, axis) => `[${begin}, ${pad.end[axis] ?? 0}]`);
  const value = pad.value === '0' ? '' : `, constant_values=float("${pad.value}")`;
  return call(`tf.nn.${layer}`, given, [`tf.pad(x, [[0, 0], ${sides.join(', ')}, [0, 0]]${value})`]);
}

function reason({ operation }: Task): string {
  if (operation.kind === 'unpool') return 'tf.nn has no unpooling.';
  const { window, reduce } = operation;
  if (reduce.kind === 'lp') return 'tf.nn has no LP pooling.';
  if (reduce.kind === 'min') return 'tf.nn has no minimum pooling; it is -max_pool(-x).';
  if (window.kind === 'adaptive') return 'tf.nn has no adaptive pooling.';
  if (window.kind === 'fractional') return 'tf.nn draws its fractional windows by another rule.';
  if (window.kind === 'local' && window.dilation.some((gap) => gap > 1)) {
    return 'tf.nn.pool takes dilations or strides above 1, not both.';
  }
  return 'tf.nn averages divide by the real cells of a window only.';
}
