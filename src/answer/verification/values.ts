import { compute } from '../compute.ts';
import { near } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied, leftOver } from './covered.ts';
import { applicationIn, readWith, spanOf } from './layers.ts';
import { isHalfTold } from './shape.ts';

const stated =
  /(?:\bis|\bare|\bgives?|\bgave|\bequals?|=|\breturns?|\boutputs?|\bbecomes?|->|→|\bget|\bgot|\byields?|\bproduces?)\s+(?:not |exactly |only |just )*([-−\d.,\s[\]()]*\d[-−\d.,\s[\]()]*)$/i;
const reduction =
  /^(?:the )?(average|mean|max(?:imum)?|largest(?: value)?|biggest|min(?:imum)?|smallest(?: value)?|sum)(?: pooling)?(?: value)?(?: (?:of|over|for|on|across))?(?: the)?(?: (?:window|values|numbers|cells|block|patch|entries|region))*:?\s*([-−\d.,\s[\]()]*\d[-−\d.,\s[\]()&]*(?:and\s+-?\d+(?:\.\d+)?)?)\s*[\])]?\s*$/i;

/** "AveragePooling2D(2) of [[1,2],[3,4]] is 2.5", "the average of 1, 2, 5 and 6 is 3.5". */
export function checkValues(sentence: string, context: Context): Ruling | null {
  const match = stated.exec(sentence);
  if (!match?.[1] || /\d\s*[x×]\s*\d/.test(match[1])) return null;
  const claimed = numbersIn(match[1]);
  const left = sentence.slice(0, match.index).trim();
  return checkReduction(left, claimed, sentence) ?? checkLayer(sentence, match.index, claimed, context);
}

function checkReduction(left: string, claimed: readonly number[], sentence: string): Ruling | null {
  const [, kind, list] = reduction.exec(left) ?? [];
  const [value, more] = claimed;
  if (!kind || !list || value === undefined || more !== undefined) return null;
  const numbers = numbersIn(list.replaceAll(/and|&/g, ','));
  if (numbers.length < 2) return null;
  const truth = reduce(kind.toLowerCase(), numbers);
  return { right: near(truth, value) !== isDenied(sentence), truth: { kind: 'values', values: [truth] } };
}

function reduce(kind: string, numbers: readonly number[]): number {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (kind === 'sum') return total;
  if (/^(?:average|mean)/.test(kind)) return total / numbers.length;
  return /^min|^small/.test(kind) ? Math.min(...numbers) : Math.max(...numbers);
}

function checkLayer(
  sentence: string,
  at: number,
  claimed: readonly number[],
  context: Context,
): Ruling | null {
  const left = sentence.slice(0, at);
  const question = readWith(left, context.framework, 'values');
  const application = applicationIn(question);
  if (application && isHalfTold(application)) return null;
  const input = application?.input;
  if (
    !application ||
    !input?.values ||
    meansOther(left, application.call.written, application.call.layer.family.reduce)
  )
    return null;
  const outcome = compute(application, question);
  if (outcome.kind !== 'result' || !outcome.values) return null;
  const behind = { start: at, end: sentence.length };
  const spans = question.inputs.flatMap(({ span }) => (span ? [span] : []));
  const calls = question.calls.flatMap(spanOf);
  if (!isCovered(sentence, [...spans, ...calls, behind], outcome.operation)) return null;
  if (
    leftOver(
      sentence
        .slice(at)
        .replace(/[-−\d.,\s[\]()]+$/, '')
        .replace(/\bnot\b/, ''),
    ).length > 0
  )
    return null;
  const values = Array.from(outcome.values);
  const right =
    values.length === claimed.length && values.every((value, place) => near(value, claimed[place]));
  return { right: right !== isDenied(sentence), truth: { kind: 'values', values } };
}

/** "The average of …" without a layer's name must not be read as another kind of pooling. */
const meansOther = (text: string, written: string, reduce: string): boolean =>
  written === 'words' && reduce === 'max' && /average|mean/i.test(text) && !/max/i.test(text);

const numbersIn = (list: string): readonly number[] =>
  (list.replaceAll('−', '-').match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
