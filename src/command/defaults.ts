import type { Settings } from '../faq/index.ts';
import { frameworkNames } from '../frameworks/index.ts';
import { type Question, type Request, readQuestion } from '../question/index.ts';
import { code, type Inline } from '../reply/index.ts';

interface ReadHere {
  readonly question: Question;
  /** What reads as this question by itself. */
  readonly request: Request;
  /** What was taken as given because the community set it so; to be told with the answer. */
  readonly defaults: readonly Inline[];
}

/**
 * Reads a question as a community reads what is left open: first by the text alone, and where that names no framework,
 * or no order of the axes for a Keras layer, once more with the default that staff set.
 */
export function readBySettings(
  asked: Request,
  { framework, dataFormat }: Pick<Settings, 'framework' | 'dataFormat'>,
): ReadHere {
  let request = asked;
  let question = readQuestion(request);
  const defaults: Inline[] = [];
  if (framework !== null && question.framework === null && isOn(question)) {
    request = { ...request, framework };
    question = readQuestion(request);
    defaults.push(`You named no framework, so I read it as ${frameworkNames[framework]}: the default here.`);
  }
  if (dataFormat !== null && leavesLayoutOpen(question)) {
    const named = question.framework === null ? {} : { framework: question.framework };
    request = { ...request, ...named, set: { ...request.set, layout: dataFormat } };
    question = readQuestion(request);
    defaults.push(['The axes are read as ', code(dataFormat), ': the default here.']);
  }
  return { question, request, defaults };
}

/** Whether there is something that a framework would read otherwise. */
const isOn = ({ kind, applications }: Question): boolean => kind !== 'unknown' && applications.length > 0;

/** PyTorch and ONNX have one order of axes each; a default for the course is for the frameworks that take both. */
const leavesLayoutOpen = ({ assumptions, applications }: Question): boolean =>
  assumptions.some(({ kind }) => kind === 'layout') &&
  applications.every(({ call }) => call.layer.framework === 'keras');
