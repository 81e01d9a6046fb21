import type { Answer, Traced } from '../answer/index.ts';
import type { Message } from '../reply/index.ts';
import { explainConversion } from './conversion.ts';
import { explainEquality } from './equality.ts';
import { explainError } from './error-help.ts';
import { explainInputs } from './input-search.ts';
import { explainInputsThrough } from './inputs-through.ts';
import { explainLocalGlobal } from './local-global.ts';
import { explainNetwork } from './network.ts';
import { explainOrigins } from './origin.ts';
import { explainField } from './receptive-field.ts';
import { explainRefused } from './refused.ts';
import { explainRepetition } from './repetition.ts';
import { explainShape } from './shape.ts';
import { explainSolution } from './solution.ts';
import { explainTopics } from './topics/index.ts';
import { explainTrace } from './trace.ts';
import { explainUndecided } from './undecided.ts';
import { explainUnread } from './unread.ts';
import { explainValues } from './values.ts';
import { explainVerification } from './verification.ts';
import type { View } from './view.ts';

/** The words for an answer. Total: every answer has some, if only what is missing. */
export function explain(answer: Answer, view: View = 'short'): Message {
  const {
    question,
    outcomes,
    comparison,
    converted,
    diagnosis,
    equality,
    traced,
    solved,
    network,
    verified,
    status,
  } = answer;
  const refused = outcomes.find((outcome) => outcome.kind === 'refused');
  if (status === 'error' && refused) return explainRefused(refused);
  switch (question.kind) {
    case 'unknown':
      return explainUnread(question.unread);
    case 'shape':
      return status === 'answered' ? explainShape(answer, view) : explainUnread(missingInput);
    case 'values':
      return status === 'answered' ? explainValues(answer, view) : explainUnread(missingInput);
    case 'compare':
      if (equality) return explainEquality(answer, equality);
      if (answer.undecided) return explainUndecided(answer, answer.undecided);
      return comparison ? explainLocalGlobal(answer, comparison, view) : explainTopics(answer);
    case 'trace':
      if (network) return explainNetwork(answer, network);
      if (answer.origins) return explainOrigins(answer, answer.origins);
      if (!traced) return explainTopics(answer);
      return seesAll(traced) ? explainField(answer, traced) : explainTrace(answer, traced, view);
    case 'convert':
      return converted ? explainConversion(answer, converted) : explainTopics(answer);
    case 'errorHelp':
      return diagnosis ? explainError(answer, diagnosis) : explainTopics(answer);
    case 'solve':
      if (answer.inputsFound) return explainInputs(answer, answer.inputsFound);
      if (answer.inputsThrough) return explainInputsThrough(answer, answer.inputsThrough);
      if (answer.repeated) return explainRepetition(answer, answer.repeated);
      return solved ? explainSolution(answer, solved, view) : explainUnread(missingSizes);
    case 'verify':
      return verified ? explainVerification(verified) : explainTopics(answer);
    case 'explain':
    case 'faq':
      return explainTopics(answer);
  }
}

/** A question on what a cell sees, about layers that can all be followed. */
const seesAll = ({ aboutFields, trace }: Traced): boolean =>
  aboutFields && trace.layers.every(({ problem }) => problem === null);

const missingSizes = { reason: 'incomplete', missing: ['input-shape', 'target-size'] } as const;
const missingInput = { reason: 'incomplete', missing: ['input-shape'] } as const;
