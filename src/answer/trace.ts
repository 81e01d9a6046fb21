import { python } from '../frameworks/index.ts';
import { type Step, type Trace, traceChain } from '../model/index.ts';
import {
  type ReceptiveAxis,
  type ReceptiveStep,
  receptiveField,
  type SpatialRank,
} from '../pooling/index.ts';
import type { ModelStep, Question } from '../question/index.ts';

/** A model followed layer by layer. */
export interface Traced {
  readonly trace: Trace;
  /** What one cell sees after each layer; null behind a layer that has no places any more. */
  readonly fields: readonly (readonly ReceptiveAxis[] | null)[];
  /** Whether the question is on what a cell sees, more than on shapes. */
  readonly aboutFields: boolean;
}

/** Follows the layers of a question; null where it holds no model. */
export function traceModel(question: Question): Traced | null {
  if (question.kind !== 'trace' || question.model.length === 0) return null;
  const aboutFields = question.topics[0] === 'receptive-field';
  const steps = aboutFields ? question.model.map(withSomeFilters) : question.model;
  const input = question.inputs[0];
  const trace = traceChain(steps, question.framework, input?.shape ?? null, {
    literal: input?.literal ?? false,
  });
  return { trace, fields: fieldsOf(trace), aboutFields };
}

/** "conv3x3" says nothing of its filters, and what a cell sees does not depend on them. */
function withSomeFilters(step: ModelStep): Step {
  const silent =
    /^Conv\dD$/.test(step.name) && step.given.every(({ name }) => name !== null && name !== 'filters');
  return silent ? { ...step, given: [{ name: 'filters', value: python.int(1) }, ...step.given] } : step;
}

function fieldsOf({ layers }: Trace): Traced['fields'] {
  const steps: ReceptiveStep[] = [];
  let rank: SpatialRank | null = null;
  let lost = false;
  return layers.map(({ reach }) => {
    if (!reach || reach.kind === 'lost') lost = true;
    if (lost || !reach || reach.kind === 'lost') return null;
    if (reach.kind !== 'point') steps.push(reach);
    if (reach.kind === 'window') rank ??= rankOf(reach.kernel.length);
    if (rank === null) return null;
    return receptiveField(steps, rank).at(-1) ?? null;
  });
}

function rankOf(axes: number): SpatialRank | null {
  return axes === 1 || axes === 2 || axes === 3 ? axes : null;
}
