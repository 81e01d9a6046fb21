import type { FrameworkId } from '../frameworks/index.ts';
import {
  type Demand,
  demandedInput,
  type Field,
  fieldsOf,
  type GraphNode,
  type Trace,
  traceGraph,
} from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';
import type { ModelInput, Question } from '../question/index.ts';
import { withKnownBase } from './known-base.ts';
import { refusingOpenFeatures } from './open-features.ts';
import { withOpenFilters } from './open-filters.ts';
import { withSomeFilters } from './some-filters.ts';

/** A model followed layer by layer. */
export interface Traced {
  readonly trace: Trace;
  /** What one cell sees after each layer; null behind a layer that has no places any more. */
  readonly fields: readonly (Field | null)[];
  /** Whether the question is on what a cell sees, more than on shapes. */
  readonly aboutFields: boolean;
  /** The image that a fixed number of features demands, where none was given or one that does not fit. */
  readonly demand: Demand | null;
  /** No input was given: the trace goes on with the one demanded, if there is one. */
  readonly withoutInput: boolean;
  /** Some convolution says nothing of its filters, so that channels behind it are open. */
  readonly openFilters: boolean;
}

/** Follows the layers of a question; null where it holds no model. */
export function traceModel(question: Question): Traced | null {
  if (question.kind !== 'trace' || question.model.length === 0) return null;
  const aboutFields = question.topics[0] === 'receptive-field';
  const { framework, entries } = question;
  const shapes = shapesOf(entries);
  const model = question.model.map((step) => withKnownBase(step, shapes[step.inputs[0] ?? ''] ?? null));
  const nodes = aboutFields ? model.map(withSomeFilters) : model;
  const literal = entries.some(({ read }) => read?.literal === true);
  const given = traceGraph(nodes, framework, shapes, { literal });
  const withoutInput = entries.length > 0 && entries.every(({ read }) => read === null);
  const demand = aboutFields || fits(given, withoutInput) ? null : demandOf(nodes, framework, given);
  const input = withoutInput ? (demand?.input ?? null) : null;
  const [first] = entries;
  const followed =
    input === null || first === undefined ? given : traceGraph(nodes, framework, { [first.id]: input });
  const openFilters =
    aboutFields || followed.output !== null
      ? null
      : withOpenFilters(nodes, isSpoken(question), (some) =>
          traceGraph(some, framework, shapes, { literal }),
        );
  const trace = openFilters ?? refusingOpenFeatures(followed, entries);
  return {
    trace,
    fields: fieldsOf(trace),
    aboutFields,
    demand,
    withoutInput,
    openFilters: openFilters !== null,
  };
}

/** Told in words, without the brackets of a call. */
function isSpoken({ text, model }: Extract<Question, { kind: 'trace' }>): (node: GraphNode) => boolean {
  const written = new Map(model.map(({ id, span }) => [id, text.slice(span.start, span.end)]));
  return ({ id }) => !(written.get(id) ?? '(').includes('(');
}

function fits({ layers }: Trace, withoutInput: boolean): boolean {
  const failing = layers.at(-1)?.problem?.code;
  return !withoutInput && failing !== 'wrong-features' && failing !== 'wrong-element-count';
}

function demandOf(
  nodes: readonly GraphNode[],
  framework: FrameworkId | null,
  { forms }: Trace,
): Demand | null {
  const shapes = Object.entries(forms).map(([id, { shape }]) => [id, shape] as const);
  return demandedInput(nodes, framework, Object.fromEntries(shapes));
}

const shapesOf = (entries: readonly ModelInput[]): Readonly<Record<string, Shape | null>> =>
  Object.fromEntries(entries.map(({ id, read }) => [id, read?.shape ?? null]));
