import type { Question } from '../question.ts';
import { errorTopics } from '../topic/kinds.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { readCompare } from './compare.ts';
import { readConvert } from './convert.ts';
import { readExplain } from './explain.ts';
import { readField } from './field.ts';
import { readGoal } from './goal.ts';
import { readNetwork } from './network.ts';
import { readReduction } from './reduction.ts';
import { findRefusal } from './refuse.ts';
import { readSame } from './same.ts';
import { readShape } from './shape.ts';
import { readSolve } from './solve.ts';
import { readSoughtInput } from './sought-input.ts';
import { readTrace } from './trace.ts';
import { isOnlyTransition, leadsBetweenSizes } from './transition.ts';
import { readValues } from './values.ts';
import { readDoubted, readOwnResult, readVerify } from './verify.ts';

type Reader = (understanding: Understanding) => Question | null;

/** In this order each kind may claim the question, errors and doubts aside. */
const readers: readonly Reader[] = [
  readSame,
  readNetwork,
  readField,
  readReduction,
  readRefusal,
  readFaq,
  readVerify,
  readSoughtInput,
  readPreferred,
  readSolve,
  readOwnResult,
  readConvert,
  readTrace,
  readValues,
  readCompare,
  readShape,
  readExplain,
];

/** Settles what kind of question it is. */
export function decide(understanding: Understanding): Question {
  const asked = () => firstOf(readers, understanding);
  return readError(understanding) ?? readDoubted(understanding, asked) ?? asked();
}

function firstOf(ways: readonly Reader[], understanding: Understanding): Question {
  for (const read of ways) {
    const question = read(understanding);
    if (question !== null) return question;
  }
  return readHole(understanding);
}

function readError(understanding: Understanding): Question | null {
  const { error } = understanding.page;
  if (error === null) return null;
  const topics = errorTopics(error.error.id);
  return { ...commonParts(understanding, { topics }), kind: 'errorHelp', error: error.error };
}

function readRefusal(understanding: Understanding): Question | null {
  if (understanding.request.prefer === 'faq' || isForTheCommand(understanding)) return null;
  const unread = findRefusal(understanding);
  if (unread?.reason === 'off-topic' && asksForSetting(understanding)) return null;
  return unread === null ? null : unanswered(understanding, unread);
}

/** Two sizes alone are a question to `solve`; what is checked may hold anything, if only some of it is on pooling. */
function isForTheCommand(understanding: Understanding): boolean {
  const { request, page, calls, inputs, cues } = understanding;
  if (request.prefer === 'solve') return calls.length === 0 && readGoal(understanding).ok;
  return (
    request.prefer === 'verify' && (calls.length + inputs.length + cues.size > 0 || speaksOfSizes(page.text))
  );
}

/** Words and signs that a statement on pooling may stand on alone. */
const speaksOfSizes = (text: string): boolean =>
  /[=→\d]|\b(?:same|valid|padding|strides?|kernel|output|size|shape|channels|gradient|flatten|linear|convolution\w*|dropout|layers?)\b/i.test(
    text,
  );

function readFaq(understanding: Understanding): Question | null {
  const { request, page } = understanding;
  const [first] = page.tokens;
  if (request.prefer !== 'faq' && first?.word !== 'faq') return null;
  const query = first?.word === 'faq' ? page.text.slice(first.end).trim() : page.text.trim();
  return { ...commonParts(understanding, { applied: false }), kind: 'faq', query };
}

function readPreferred(understanding: Understanding): Question | null {
  switch (understanding.request.prefer) {
    case 'compare':
      return readCompare(understanding);
    case 'explain':
      return understanding.calls.length === 0 || understanding.inputs.length === 0
        ? readExplain(understanding)
        : null;
    case 'trace':
      return readTrace(understanding);
    case 'solve':
      return readSolve(understanding);
    case 'convert':
      return readConvert(understanding);
    case 'verify':
      return readVerify(understanding);
    case 'values':
      return readValues(understanding);
    case 'shape':
      return readShape(understanding);
    default:
      return null;
  }
}

function readHole(understanding: Understanding): Question {
  const { calls, inputs, page } = understanding;
  if (calls.length > 0) return unanswered(understanding, { reason: 'incomplete', missing: ['input-shape'] });
  if (inputs.length > 0) {
    const pooled = page.mentions.some(({ kind }) => kind === 'head');
    return unanswered(understanding, { reason: 'incomplete', missing: [pooled ? 'pool-size' : 'layer'] });
  }
  if (page.mentions.length > 0)
    return unanswered(understanding, { reason: 'incomplete', missing: ['question'] });
  return unanswered(understanding, { reason: 'unreadable' });
}

/** Two sizes and an argument of a window say enough together, and so do two sizes alone. */
function asksForSetting({ page }: Understanding): boolean {
  if (isOnlyTransition(page)) return true;
  const setting = /\b(?:pool|pool_size|kernel|kernel_size|strides?|window|ceil_mode)\b/i.test(page.text);
  return setting && leadsBetweenSizes(page);
}
