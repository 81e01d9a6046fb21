export { backward } from './backward.ts';
export type { AxisStep, Derivation } from './derivation.ts';
export type { Extra, Forward } from './extra.ts';
export { forward } from './forward.ts';
export { inferShape } from './infer-shape.ts';
export type {
  Axes,
  Dimension,
  Divisor,
  FractionalSize,
  IndexRule,
  Layout,
  LocalWindow,
  Operation,
  Padding,
  PoolOperation,
  Reduce,
  Rounding,
  Shape,
  SpatialRank,
  UnpoolOperation,
  Window,
} from './operation.ts';
export { type ReceptiveAxis, type ReceptiveStep, receptiveField } from './receptive-field.ts';
export { receptiveStep } from './receptive-step.ts';
export { adaptiveBins } from './shape/adaptive-bins.ts';
export { channelAxis, expectedRank, firstSpatialAxis } from './shape/axes.ts';
export { countElements, type ElementCount, elementCount } from './shape/count-elements.ts';
export { type AxisPadding, effectiveKernel, samePadding, sameSize } from './shape/same-padding.ts';
export { countWindows, type SlidingAxis, type WindowCount } from './shape/window-count.ts';
export type { AxisGoal, PaddingChoice, Setting, Solutions, SolveQuestion } from './solve/question.ts';
export { solve } from './solve/solve.ts';
export type { Poolable, Tensor } from './tensor.ts';
export { plainWindow } from './window/plain-window.ts';
export { type CoveredAxis, type CoveredWindow, realCells, windowAt } from './window-at.ts';
