import type { Layout } from '../../pooling/index.ts';
import type { Page } from '../page.ts';
import type { CodeArray, CodeShape, RowArray } from '../python/index.ts';
import type { InputRead } from '../question.ts';
import { composeShapes } from '../shape/compose.ts';
import { listedAt } from '../shape/listed.ts';
import type { NumberRun } from '../shape/run.ts';
import type { WrittenShape } from '../shape/written.ts';
import { wordSet } from '../words/list.ts';
import { spanOf, tokensIn } from '../words/place.ts';
import type { Token } from '../words/token.ts';

/** What somebody may want pooled, at the tokens `from` to `to`. */
export interface Candidate {
  readonly read: InputRead;
  readonly from: number;
  readonly to: number;
  /** Sizes that are none: what is wrong with them. */
  readonly problem: string | null;
  /** Described in words, so that the order of its axes is ours. */
  readonly ours: boolean;
}

/** Every shape and array of a page, in the order of the text. `layout` orders the axes of shapes told in words. */
export function findInputs(page: Page, layout: Layout, rank: 1 | 2 | 3 | null): readonly Candidate[] {
  const { tokens, code, arrays, runs } = page;
  const shapes = composeShapes(page.shapes, page.namedSizes, layout, rank);
  const candidates: Candidate[] = [
    ...code.arrays.map((array) => ofArray(array, tokens, rank)),
    ...arrays.map((array) => ofRows(array, tokens)),
    ...code.shapes.map((shape) => ofCodeShape(shape, tokens)),
    ...shapes.map((shape) => ofShape(shape, tokens, rank)),
    ...runs.flatMap((run) => ofRun(run, tokens, rank) ?? []),
  ];
  if (candidates.length === 0 && rank === 1) candidates.push(...loneLengths(page));
  return saidOnce(candidates).sort((a, b) => a.from - b.from);
}

/** `x.shape = TensorShape([None, 8, 8, 3])` says one shape in two ways. */
function saidOnce(all: readonly Candidate[]): Candidate[] {
  return all.filter(({ read, from, to }, index) => {
    for (let at = 0; at < index; at += 1) {
      const other = all[at];
      if (other && other.to > from && to > other.from && isSameRead(other.read, read)) return false;
    }
    return true;
  });
}

function isSameRead(one: InputRead, other: InputRead): boolean {
  return (
    one.values === other.values &&
    one.shape.length === other.shape.length &&
    one.shape.every((size, axis) => size === other.shape[axis])
  );
}

function ofArray(array: CodeArray, tokens: readonly Token[], rank: 1 | 2 | 3 | null): Candidate {
  const sizes = listedSizes(array, tokens, rank);
  if (sizes !== null) return sizes;
  const { shape, values, dtype, dtypeWritten, notation, span } = array;
  const read: InputRead = {
    shape,
    values: isPlaceholder(array) ? null : values,
    axes: null,
    dtype: dtypeWritten ? dtype : 'float32',
    ...(notation === 'array' && !dtypeWritten && /^u?int/.test(dtype) ? { integers: dtype } : {}),
    literal: false,
    span,
  };
  return { read, problem: null, ours: false, ...tokensIn(tokens, span) };
}

/** A large array of equal numbers, as `torch.zeros(32, 6, 28, 28)`, only stands for its shape. */
function isPlaceholder({ notation, values }: CodeArray): boolean {
  return (
    notation === 'array' &&
    values !== null &&
    values.length > 64 &&
    values.every((value) => value === values[0])
  );
}

/** A bare list in backticks may be a shape as well as data. */
function listedSizes(array: CodeArray, tokens: readonly Token[], rank: 1 | 2 | 3 | null): Candidate | null {
  if (array.notation !== 'list' || array.name !== null || array.shape.length !== 1) return null;
  const { from } = tokensIn(tokens, array.span);
  const listed = listedAt(tokens, from);
  return listed === null ? null : ofShape(listed, tokens, rank);
}

function ofRows({ shape, values, span }: RowArray, tokens: readonly Token[]): Candidate {
  return {
    read: { ...bare(shape, null, span), values },
    problem: null,
    ours: false,
    ...tokensIn(tokens, span),
  };
}

function ofCodeShape(shape: CodeShape, tokens: readonly Token[]): Candidate {
  const sizes = shape.batched === false ? [null, ...shape.shape] : shape.shape;
  return { read: bare(sizes, null, shape.span), problem: null, ours: false, ...tokensIn(tokens, shape.span) };
}

function bare(shape: InputRead['shape'], axes: InputRead['axes'], span: InputRead['span']): InputRead {
  return { shape, axes, values: null, dtype: 'float32', literal: false, span };
}

function ofShape(written: WrittenShape, tokens: readonly Token[], rank: 1 | 2 | 3 | null): Candidate {
  const { shape, axes, problem, from, to } = written;
  const span = spanOf(tokens, from, to);
  const place = { from, to, ours: written.notation === 'words' };
  if (isValues(written, tokens, rank)) {
    const values = Float64Array.from(tokens.slice(from, to).filter(isNumber), (token) => token.value);
    return { read: { ...bare([values.length], null, span), values }, problem: null, ...place };
  }
  return { read: bare(shape, axes, span), problem, ...place };
}

function isNumber(token: Token): boolean {
  return token.kind === 'number';
}

/** Whether `[10, 20, 30]` lists values: no shape has fractions, and a sequence's numbers outnumber its axes. */
function isValues(written: WrittenShape, tokens: readonly Token[], rank: 1 | 2 | 3 | null): boolean {
  const { notation, shape, axes, from, to } = written;
  if (axes !== null || (notation !== '[' && notation !== '(')) return false;
  const numbers = tokens.slice(from, to).filter(isNumber);
  if (numbers.length < shape.length) return false;
  if (numbers.some(({ value }) => !Number.isInteger(value) || value < -1)) return true;
  if (written.problem !== null && shape.some((size) => size === 0) && notation === '[') return true;
  const spaced = tokens.slice(from, to).every(({ word }) => word !== ',');
  if (notation === '[' && spaced && numbers.length > 2) return true;
  if (numbers.length > largestRank) return true;
  if (notation === '(' || saysShape(tokens, from, to)) return false;
  if (rank === 1 && tokens.some(({ stem }) => flowWords.has(stem))) return true;
  if (shape.length > (rank ?? 2) + 2) return true;
  return saysValues(tokens, from) || isPaired(tokens);
}

/** "[6, 8] with indices [1, 2]": what has indices, a mask or a gradient is data, as they are. */
function isPaired(tokens: readonly Token[]): boolean {
  if (tokens.some(({ stem }) => backwardWords.has(stem))) return true;
  return tokens.some(
    ({ stem }, at) => companionWords.has(stem) && /^[[=:]$/.test(tokens[at + 1]?.word ?? ''),
  );
}

/** A gradient depends on numbers, and a sequence is written in few. */
const flowWords = wordSet('gradient grad backward backprop backpropagation');
const backwardWords = wordSet('upstream dout dy');
const companionWords = wordSet('index mask');

/** No layer takes more axes than batch, channels and three of space. */
const largestRank = 5;

function saysShape(tokens: readonly Token[], from: number, to: number): boolean {
  if (shapeWords.has(tokens[to]?.stem ?? '')) return true;
  for (let at = Math.max(0, from - 4); at < from; at += 1) {
    const ofWindow = windowWords.has(tokens[at - 1]?.stem ?? '');
    if (shapeWords.has(tokens[at]?.stem ?? '') && !ofWindow) return true;
  }
  return false;
}

function saysValues(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(Math.max(0, from - 4), from).some(({ stem }) => valueWords.has(stem));
}

const shapeWords = wordSet('shape size dim dims dimension tensor batch map image volume');
/** "MaxPooling1D(2) on 10": a sequence of ten steps. */
function loneLengths({ tokens, mentions, settings }: Page): readonly Candidate[] {
  const taken = [...mentions, ...settings, ...mentions.flatMap((mention) => mention.settings)];
  return tokens.flatMap((token, at): readonly Candidate[] => {
    const sizes = token.kind === 'number' && Number.isInteger(token.value) && token.value > 0;
    const led = lengthWords.has(tokens[at - 1]?.word ?? '') || stepWords.has(tokens[at + 1]?.stem ?? '');
    if (!sizes || !led || taken.some(({ from, to }) => at >= from && at < to)) return [];
    const read = bare([token.value], null, spanOf(tokens, at, at + 1));
    return [{ read, from: at, to: at + 1, problem: null, ours: false }];
  });
}

const lengthWords = new Set(['on', 'over', 'length', 'input']);
const stepWords = wordSet('step timestep value sample point frame token word');
const windowWords = wordSet('pool pooling kernel window filter step');
const valueWords = wordSet(`
  value sequence signal number data vector list array series sample entry mean row element score measurement
  reading contents gradient grad upstream
`);

function ofRun(run: NumberRun, tokens: readonly Token[], rank: 1 | 2 | 3 | null): Candidate | null {
  const { values, from, to } = run;
  const span = spanOf(tokens, from, to);
  const sizes =
    values.length <= 5 && values.every((value) => Number.isInteger(value) && (value > 0 || value === -1));
  const place = { from, to, ours: false, problem: null };
  const listed = tokens.slice(from, to).every(({ word }) => word !== 'and');
  const ranked = rank !== null && rank > 1 && values.length > rank && listed;
  if (sizes && !saysValues(tokens, from) && (ranked || saysShape(tokens, from, to))) {
    return {
      read: bare(
        values.map((value) => (value === -1 ? null : value)),
        null,
        span,
      ),
      ...place,
    };
  }
  if (values.length < 3 && !saysValues(tokens, from)) return null;
  return { read: { ...bare([values.length], null, span), values: Float64Array.from(values) }, ...place };
}
