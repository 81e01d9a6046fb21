import type { Shape } from '../pooling/index.ts';
import { lost } from './define.ts';
import type { Reach } from './layer.ts';

/** A reduction over all of the spatial axes sees everything; over some of them it leaves no places to speak of. */
export function reachOver(axes: readonly number[], spatial: readonly number[]): Reach {
  return spatial.length > 0 && spatial.every((axis) => axes.includes(axis)) ? { kind: 'global' } : lost;
}

/** A shape with some axes gone, or kept with length 1. */
export function reduced(input: Shape, axes: readonly number[], keepdims: boolean): Shape {
  const kept = input.map((size, at) => (axes.includes(at) ? 1 : size));
  return keepdims ? kept : kept.filter((_, at) => !axes.includes(at));
}
