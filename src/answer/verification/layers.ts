import { type FrameworkId, findLayers } from '../../frameworks/index.ts';
import { type Application, type LayerCall, type Question, readQuestion } from '../../question/index.ts';

/** A layer in code, as it stands in a sentence. */
export interface WrittenLayer {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly pooling: boolean;
}

const written =
  /(?<![\w])(?:[a-z]\w*\.)*(?:[A-Z]\w*|(?:max|avg|average|adaptive|lp|global|fractional)\w*_pool\w*)(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?/g;
/** Known without brackets too. */
const bare = /^(?:Flatten|GlobalAvgPool|ReLU|Softmax|BatchNorm\w*|Dropout)$/;

/** The layers of a sentence that are written as code, pooling or not, in their order. */
export function layersIn(sentence: string): readonly WrittenLayer[] {
  return [...sentence.matchAll(written)].flatMap(({ 0: text, index }) => {
    const name = text.replace(/\(.*/s, '');
    const pooling = findLayers(name).length > 0;
    const known = pooling || text.includes('(') || bare.test(name);
    return known ? [{ text, start: index, end: index + text.length, pooling }] : [];
  });
}

/** A layer in code says itself whose it is; for other words the message's framework counts. */
export function readWith(
  text: string,
  framework: FrameworkId | null,
  prefer: 'shape' | 'values' = 'shape',
): Question {
  const read = readQuestion({ text, prefer });
  const coded = read.calls.length > 0 && read.calls.every(({ written: how }) => how !== 'words');
  return coded || !framework ? read : readQuestion({ text, prefer, framework });
}

/** The one layer on one input that a text speaks of; null where it is none or several. */
export function applicationIn(question: Question): Application | null {
  const [application, other] = question.applications;
  return application && !other && question.calls.length === 1 && application.input ? application : null;
}

/** Where a layer in code stands in the text it was read from; one in words is words. */
export const spanOf = ({ span, written: how }: LayerCall) => (span && how !== 'words' ? [span] : []);
