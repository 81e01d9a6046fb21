import type { Question, Unread } from '../question/index.ts';
import type { Answer, Status } from './answer.ts';
import { compute, spatialSizes } from './compute.ts';
import { convert } from './conversion.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { compareQuestion } from './equality/compare-question.ts';
import type { Undecided } from './equality/read-side.ts';
import { workedExample } from './example.ts';
import { searchInputs } from './input-search.ts';
import { searchThrough } from './inputs-through.ts';
import { compareLocalGlobal } from './local-global.ts';
import { findOrigins, followNetwork } from './network/network.ts';
import type { Example, Outcome } from './outcome.ts';
import { countRepetition } from './repetition.ts';
import { type Solving, solveQuestion } from './solution.ts';
import { answerTopic } from './topics/index.ts';
import { traceModel } from './trace.ts';
import { verifyClaims } from './verification/verify.ts';

/** The kinds of question that are answered by an explanation, and how many topics of one are explained. */
const worded = new Set<Question['kind']>(['compare', 'explain', 'trace', 'convert', 'errorHelp']);
const mostTopics = 2;

/** Has a question computed. Never throws: what a framework refuses is an outcome, what is missing is a status. */
export function answerQuestion(question: Question): Answer {
  const verified = verifyClaims(question);
  const undecidable = verified?.every(({ verdict }) => verdict === 'unchecked') ?? false;
  if (question.kind === 'verify' && question.otherwise && undecidable)
    return answerQuestion(question.otherwise);
  const counting = countRepetition(question);
  const solving = solveQuestion(question);
  const inputs = searchInputs(question);
  const through = searchThrough(question);
  const compared = compareQuestion(question);
  const undecided = compared && 'undecided' in compared ? compared.undecided : null;
  const outcomes = [
    ...question.applications.map((application) => compute(application, question)),
    ...refusedSearch(question, inputs ?? counting ?? solving),
    ...refusedSide(undecided),
  ];
  const comparison =
    question.kind === 'compare' && question.about === 'local-global' ? compareLocalGlobal(question) : null;
  return {
    status:
      question.kind === 'solve'
        ? through
          ? 'answered'
          : solvingStatus(inputs ?? counting ?? solving)
        : undecided?.kind === 'refused'
          ? 'error'
          : statusOf(question, outcomes),
    question,
    outcomes,
    example: question.kind === 'shape' ? firstExample(outcomes) : null,
    comparison,
    converted: question.kind === 'convert' ? convert(question) : null,
    images: null,
    network: followNetwork(question),
    origins: findOrigins(question),
    traced: traceModel(question),
    diagnosis: question.kind === 'errorHelp' ? diagnose(question.error, question) : null,
    equality: compared && 'forward' in compared ? compared : null,
    undecided,
    solved: solving?.ok ? solving.solved : null,
    inputsFound: inputs?.ok ? inputs.found : null,
    inputsThrough: through,
    repeated: counting?.ok ? counting.repeated : null,
    verified,
    topics: worded.has(question.kind)
      ? question.topics.slice(0, mostTopics).map((id) => answerTopic(id, question))
      : [],
  };
}

function statusOf(question: Question, outcomes: readonly Outcome[]): Status {
  switch (question.kind) {
    case 'unknown':
      return unreadStatus(question.unread);
    case 'shape':
    case 'values':
      return computedStatus(outcomes);
    case 'compare':
    case 'solve':
    case 'explain':
    case 'trace':
    case 'convert':
    case 'verify':
    case 'errorHelp':
    case 'faq':
      return 'answered';
  }
}

/** A search for settings, for inputs, or for how many layers. */
type Search = Solving | ReturnType<typeof searchInputs> | ReturnType<typeof countRepetition>;

function solvingStatus(solving: Search): Status {
  if (!solving) return 'needs-more';
  return solving.ok ? 'answered' : 'error';
}

/** A layer that its framework does not take has no settings to look for. */
function refusedSearch({ calls }: Question, solving: Search): readonly Outcome[] {
  const [call] = calls;
  if (!call || !solving || solving.ok) return [];
  return [{ kind: 'refused', application: { call, configuration: solving, input: null }, refusal: solving }];
}

/** What its framework refuses to build is equal to nothing. */
function refusedSide(undecided: Undecided | null): readonly Outcome[] {
  if (undecided?.kind !== 'refused') return [];
  const { call, refusal } = undecided;
  return [{ kind: 'refused', application: { call, configuration: refusal, input: null }, refusal }];
}

function computedStatus(outcomes: readonly Outcome[]): Status {
  if (outcomes.some(({ kind }) => kind === 'result')) return 'answered';
  return outcomes.some(({ kind }) => kind === 'refused') ? 'error' : 'needs-more';
}

function unreadStatus({ reason }: Unread): Status {
  switch (reason) {
    case 'off-topic':
    case 'not-computable':
      return 'out-of-scope';
    case 'empty':
    case 'incomplete':
    case 'unreadable':
      return 'needs-more';
    case 'too-long':
    case 'unknown-layer':
    case 'bad-shape':
    case 'bad-code':
    case 'other-language':
    case 'contradiction':
      return 'error';
  }
}

function firstExample(outcomes: readonly Outcome[]): Example | null {
  const result = outcomes.find((outcome) => outcome.kind === 'result');
  return result ? workedExample(result.operation, spatialSizes(result.operation, result.input.shape)) : null;
}
