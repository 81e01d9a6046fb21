import { answerQuestion } from '../answer/index.ts';
import { explain, type View } from '../explain/index.ts';
import type { Question, Request } from '../question/index.ts';
import type { Computed } from './asked-here.ts';
import { notice } from './notice.ts';
import { isTooLate, type Workbench } from './workbench.ts';

/** A question, and what reads as it elsewhere. */
interface Read {
  readonly question: Question;
  readonly request: Request;
}

/**
 * The engine's answer in words. What may take long is computed where it keeps nobody else waiting, and given up after
 * 10 seconds, which is said.
 */
export async function computeAnswer(
  { question, request }: Read,
  view: View | undefined,
  { answerRequest }: Workbench,
): Promise<Computed> {
  try {
    const answer = mayTakeLong(question) ? await answerRequest(request) : answerQuestion(question);
    return { status: answer.status, message: explain(answer, view) };
  } catch (error) {
    if (!isTooLate(error)) throw error;
    const sentence = 'I stop after 10 seconds. Ask for smaller windows, fewer layers or one thing at a time.';
    return { status: 'error', message: notice('That takes me too long', sentence) };
  }
}

/** Longer texts may hold whole models and many statements. */
const long = 1500;

/**
 * Whether computing an answer may take more than a moment: counterexamples are searched for, and so is a number in all
 * published networks. Everything else is quick where the text is not long.
 */
function mayTakeLong(question: Question): boolean {
  if (question.text.length > long) return true;
  if (question.kind === 'compare') return question.sides !== null;
  return question.kind === 'trace' && question.network !== null && question.network.number !== null;
}
