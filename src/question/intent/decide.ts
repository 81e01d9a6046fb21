import type { Question } from '../question.ts';
import { errorTopics } from '../topic/kinds.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { readCompare } from './compare.ts';
import { isConceptual } from './concept.ts';
import { readConvert } from './convert.ts';
import { completeCalls } from './hole.ts';
import { findRefusal } from './refuse.ts';
import { readGoal } from './solve.ts';
import { readTrace } from './trace.ts';
import { readValues } from './values.ts';
import { claimedShape, readClaims } from './verify.ts';

type Reader = (understanding: Understanding) => Question | null;

/** In this order each kind may claim the question; what a command is for comes before all but errors. */
const readers: readonly Reader[] = [
  readError,
  readRefusal,
  readFaq,
  readPreferred,
  readVerify,
  readConvert,
  readTrace,
  readSolve,
  readValues,
  readCompare,
  readShape,
  readExplain,
];

/** Settles what kind of question it is. */
export function decide(understanding: Understanding): Question {
  for (const read of readers) {
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
  if (understanding.request.prefer === 'faq') return null;
  const unread = findRefusal(understanding);
  return unread === null ? null : unanswered(understanding, unread);
}

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

function readVerify(understanding: Understanding): Question | null {
  const { asks, page, roles, calls, request, inputs } = understanding;
  const wanted = request.prefer === 'verify';
  if (!wanted && !asks.has('verify')) return null;
  const claimed = claimedShape(roles.inputs, page);
  if (!wanted && (claimed === null || calls.length === 0)) return null;
  const claims = readClaims(page, claimed);
  if (claims.length === 0) return null;
  const others = inputs.filter((candidate) => candidate !== claimed);
  return { ...commonParts(understanding, { inputs: others }), kind: 'verify', claims };
}

function readSolve(understanding: Understanding): Question | null {
  const { asks, request, calls, cues } = understanding;
  const wanted = request.prefer === 'solve';
  if (!wanted && !asks.has('solve')) return null;
  const goal = readGoal(understanding);
  if (goal.ok) {
    const { from, target } = goal;
    const topics = [['output-size', 4]] as const;
    return { ...commonParts(understanding, { applied: false, topics }), kind: 'solve', from, target };
  }
  const told = Math.max(0, ...cues.values()) >= 4;
  if (!wanted && (calls.length > 0 || (goal.missing.length === 2 && told))) return null;
  return unanswered(understanding, { reason: 'incomplete', missing: goal.missing });
}

function readShape(understanding: Understanding): Question | null {
  const { calls, inputs } = understanding;
  if (calls.length === 0) return null;
  const refused = commonParts(understanding).applications.some(
    ({ configuration, call }) => !configuration.ok && call.written === 'call',
  );
  if (inputs.length === 0 && !refused) return null;
  const { complete, missing } = completeCalls(calls);
  if (isConceptual(understanding, missing === null)) return null;
  if (missing !== null) return unanswered(understanding, { reason: 'incomplete', missing: [missing] });
  return { ...commonParts(understanding, { calls: complete }), kind: 'shape' };
}

function readExplain(understanding: Understanding): Question | null {
  const { asks, calls, cues, request, page, inputs } = understanding;
  const { complete, missing } = completeCalls(calls);
  const common = commonParts(
    understanding,
    missing === null ? { calls: complete, talk: true } : { applied: false, talk: true },
  );
  if (common.topics.length === 0) return null;
  const strongest = Math.max(0, ...cues.values());
  const unapplied = calls.length > 0 && inputs.length === 0 && page.settings.length === 0;
  const spoken = unapplied && calls.every(({ written }) => written !== 'call');
  if (request.prefer === 'explain' || (spoken && !isOpenSize(understanding)))
    return { ...common, kind: 'explain' };
  if (isOpenSize(understanding)) return null;
  const layer = calls.length > 0 && asks.has('explain') && !asks.has('values');
  if (!layer && strongest < (asks.has('explain') ? 2 : 4)) return null;
  return { ...common, kind: 'explain' };
}

/** "How big is the output of a 2x2 max pool?": no explanation answers it, only an input shape. */
function isOpenSize({ asks, calls, cues }: Understanding): boolean {
  const whole = calls.some(({ layer }) => layer.family.window !== 'local');
  const others = [...cues].some(([topic, weight]) => topic !== 'output-size' && weight >= 3);
  return asks.has('shape') && !whole && !others && !asks.has('formula');
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
