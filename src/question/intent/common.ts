import type { FrameworkId } from '../../frameworks/index.ts';
import { applyAll } from '../fit/all.ts';
import type { Candidate } from '../input/find.ts';
import type { Assumption, LayerCall, Question, Unread } from '../question.ts';
import { impliedTopics } from '../topic/implied.ts';
import { rankTopics } from '../topic/rank.ts';
import type { TopicId } from '../topics.ts';
import type { Understanding } from '../understand.ts';
import { strangerNamed } from '../words/framework.ts';

/** What every kind of question has. */
export type Common = Omit<Question, 'kind'>;

/** What a kind of question makes of the layers and inputs; by default all of them, applied. */
export interface Choice {
  readonly calls?: readonly LayerCall[];
  readonly inputs?: readonly Candidate[];
  /** False where the layers are not applied to the input, as those in the middle of a chain. */
  readonly applied?: false;
  /** Set where the layers are only spoken of, so that they say less about the topic than the words do. */
  readonly talk?: true;
  readonly assumptions?: readonly Assumption[];
  /** Topics that the kind itself brings in, with their weights. */
  readonly topics?: readonly (readonly [TopicId, number])[];
}

/** What a layer's own topics weigh in an explanation. */
const talkShare = 0.4;

/** The parts that all kinds share, with the layers applied to the inputs. */
export function commonParts(understanding: Understanding, choice: Choice = {}): Common {
  const { request, framework, cues, words, context } = understanding;
  const calls = choice.calls ?? understanding.calls;
  const inputs = choice.inputs ?? understanding.inputs;
  const applied = choice.applied === false ? [] : applyAll(understanding, calls, inputs);
  const applications = applied.map(({ application }) => application);
  const settled = applications.length === calls.length ? applications.map(({ call }) => call) : calls;
  const assumptions = applied.flatMap((one) => one.assumptions);
  const spoken =
    applied.length > 0 && calls.every(({ written }) => written === 'words') && !isNamed(understanding);
  const first = applications[0]?.call.layer.framework;
  const share = choice.talk === true ? talkShare : 1;
  const frameworks = first === undefined ? [] : assumedFramework(understanding, first, spoken);
  return {
    text: request.text,
    topics: rankTopics([
      cues,
      words,
      impliedTopics(settled, applications).map(([topic, weight]) => [topic, weight * share] as const),
      choice.topics ?? [],
    ]),
    framework,
    calls: settled,
    inputs: inputs.map(({ read }) => read),
    applications,
    assumptions: distinct([
      ...frameworks,
      ...(applications.length > 0 ? unsaidReduce(understanding, settled) : []),
      ...assumptions,
      ...(choice.assumptions ?? []),
    ]),
    context,
  };
}

/** The framework whose rules are taken, where the asker named none or one that we don't have. */
function assumedFramework(
  understanding: Understanding,
  framework: FrameworkId,
  spoken: boolean,
): readonly Assumption[] {
  const home = understanding.request.framework ?? understanding.page.frameworks[0]?.framework;
  if (home !== undefined)
    return lacks(home, framework, understanding) ? [{ kind: 'elsewhere', named: home, framework }] : [];
  const named = strangerNamed(understanding.page.tokens);
  if (named !== null) return [{ kind: 'stranger', named, framework }];
  return spoken ? [{ kind: 'framework', framework }] : [];
}

/** TensorFlow's layers are Keras'; a class that was written out is meant, whatever is named beside it. */
function lacks(named: FrameworkId, framework: FrameworkId, { calls }: Understanding): boolean {
  if (named === framework || (named === 'tensorflow' && framework === 'keras')) return false;
  return calls.every(({ written }) => written === 'words');
}

/** "A 2x2 pool" says nothing of how its cells become one; for a shape it doesn't matter. */
function unsaidReduce({ spoken }: Understanding, calls: readonly LayerCall[]): readonly Assumption[] {
  if (!spoken.some((mention) => mention.kind === 'head' && mention.head.reduce === null)) return [];
  const reduce = calls[0]?.layer.family.reduce;
  return reduce === 'max' || reduce === 'average' ? [{ kind: 'reduce', reduce }] : [];
}

function isNamed({ request, page }: Understanding): boolean {
  return request.framework !== undefined || page.frameworks.length > 0;
}

/** A question that can't be answered, with what could be read of it and nothing computed. */
export function unanswered(understanding: Understanding, unread: Unread): Question {
  return { ...commonParts(understanding, { applied: false }), kind: 'unknown', unread };
}

function distinct(assumptions: readonly Assumption[]): readonly Assumption[] {
  return [...new Map(assumptions.map((assumption) => [JSON.stringify(assumption), assumption])).values()];
}
