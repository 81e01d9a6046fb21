import type { Equality, Side } from '../answer/index.ts';
import { formatNumber } from './format.ts';

/** Why two sides are the same, or where they part. */
export function equalityReason(equality: Equality): string {
  const { forward, proof, lengths } = equality;
  const [a, b] = equality.sides;
  if (a.rank !== b.rank) return 'They pool over different numbers of axes, so no input goes through both.';
  if (lengths.length === 0) return 'On a map that is large enough for both they leave other sizes.';
  switch (forward) {
    case 'equal':
      if (flattensNothing(equality))
        return 'Global pooling has left one number per channel and no height or width, so Flatten finds nothing to do.';
      return proof === 'form'
        ? `${isChain(equality) ? law(equality) : ''}Both come down to one operation: the same windows in the same places, the same padding, the same divisor.`
        : `${law(equality)}I compared each kind of size cell by cell: the places of windows repeat with the stride, so that settles all sizes.`;
    case 'equal-when':
      return conditional(equality);
    case 'different':
      return different(equality);
  }
}

const stepsOf = ({ sides }: Equality) => sides.flatMap(({ steps }) => steps);
const isChain = ({ sides }: Equality) => sides.some(({ steps }) => steps.length !== 1);
const reduces = (side: Side, kind: string) =>
  side.steps.some((step) => step.kind === 'pool' && step.operation.reduce.kind === kind);
const every = (equality: Equality, kind: string) =>
  stepsOf(equality).every((step) => step.kind !== 'pool' || step.operation.reduce.kind === kind);

function functionNames(equality: Equality): readonly string[] {
  return [
    ...new Set(stepsOf(equality).flatMap((step) => (step.kind === 'function' ? [step.function.name] : []))),
  ];
}

/** Flatten behind what has lost its axes already. */
function flattensNothing({ sides: [a, b], sameShape }: Equality): boolean {
  const flattens = (side: Side) =>
    side.written.some((step) => typeof step === 'string' && /^flatten/i.test(step));
  const [longer, shorter] = a.written.length > b.written.length ? [a, b] : [b, a];
  return (
    sameShape &&
    a.flat &&
    b.flat &&
    flattens(longer) &&
    !flattens(shorter) &&
    a.steps.length === b.steps.length
  );
}

/** The law behind it, as one sentence and a space; nothing where windows speak for themselves. */
function law(equality: Equality): string {
  const functions = functionNames(equality);
  const steps = stepsOf(equality);
  if (functions.length > 0 && every(equality, 'max')) {
    return `${functions.join(' and ')} never turns an order round: the largest number before it is the largest after it, so it can stand on either side of a maximum. `;
  }
  if (steps.some(({ kind }) => kind === 'mix')) {
    return 'Mixing the channels of a cell and averaging over cells are both weighted sums, so either may come first; the bias passes because the weights of a mean add up to 1. ';
  }
  if (isChain(equality) && steps.some(({ kind }) => kind === 'pool')) {
    if (every(equality, 'max')) return 'The maximum of maxima is the maximum of all their cells. ';
    if (every(equality, 'average'))
      return 'A mean of means over equally many cells is the mean of all of them. ';
  }
  return isChain(equality) ? '' : 'Their windows hold the same cells with the same weights at every size. ';
}

function conditional(equality: Equality): string {
  if (equality.proof === 'none') {
    const alike = ['max', 'min', 'average', 'lp'].some((kind) => every(equality, kind));
    return alike
      ? 'No difference found, no proof: their windows are too large to compare every kind of size, and on the maps I tried the results agree.'
      : 'No difference found, no proof: they do different things to a window, and on the maps I tried the results agree.';
  }
  if (equality.nonNegative && functionNames(equality).length > 0) {
    return 'From 0 on the activation changes nothing; below 0 it cuts off what the mean would have counted.';
  }
  if (equality.nonNegative && stepsOf(equality).some(({ kind }) => kind === 'cells')) {
    return 'The padded zeros lose against numbers of at least 0, and win against negative ones.';
  }
  return 'There each window holds the same cells with the same weights; elsewhere it does not.';
}

function different(equality: Equality): string {
  const [a, b] = equality.sides;
  if (a.factor !== b.factor)
    return `They are multiplied with different numbers, ${formatNumber(a.factor)} and ${formatNumber(b.factor)}.`;
  const lengths = equality.sides.map(({ steps }) => steps.length);
  if (isChain(equality) && every(equality, 'average') && lengths[0] !== lengths[1]) {
    return 'Together the steps weigh the cells otherwise: a cell that lies in several windows counts more often.';
  }
  if (reduces(a, 'max') && reduces(a, 'average') && reduces(b, 'max') && reduces(b, 'average')) {
    return 'A maximum of means is not a mean of maxima: the order counts.';
  }
  return 'Their windows hold other cells, weigh them otherwise, or make something else of them.';
}
