import { python } from '../frameworks/index.ts';
import type { GraphNode } from '../model/index.ts';

/** "Conv 3x3" says nothing of its filters, and neither sizes nor what a cell sees depend on them. */
export function withSomeFilters(step: GraphNode): GraphNode {
  const silent =
    /^Conv\dD$/.test(step.name) && step.given.every(({ name }) => name !== null && name !== 'filters');
  return silent ? { ...step, given: [{ name: 'filters', value: python.int(1) }, ...step.given] } : step;
}
