import type { Span } from '../question.ts';
import { isPrototxt } from './foreign/caffe/prototxt.ts';
import { readCode } from './foreign/choose.ts';
import { isR } from './foreign/r.ts';
import { isSummary } from './foreign/summary.ts';
import { applyEdits, spanThrough } from './offsets.ts';
import { placeProgram } from './place.ts';
import { printedModelEdits } from './printed-model.ts';
import type { Program } from './program.ts';
import { codeLengthLimit, codeNestingLimit, readTranslated } from './read.ts';
import { repair } from './repair.ts';
import { type CodeStretch, spanInText } from './stretch.ts';

/**
 * Reads the stretches of one message together, so that a name bound in one is known in the next: one program for all
 * Python, one for each stretch that is something else. What a session printed for a name or a shape counts as its
 * value. Every span is a position in the message.
 */
export function readStretches(stretches: readonly CodeStretch[]): Program[] {
  const together = withOutputs(stretches).filter(joins);
  const length = together.reduce((sum, { source }) => sum + source.length + 1, 0);
  const joined = length <= codeLengthLimit ? together : [];
  const apart = stretches.filter(
    ({ kind, span, source }) =>
      (kind !== 'output' || isPrintedModel(source)) && !joined.some((one) => one.span === span),
  );
  const programs = apart.map((stretch) => ({
    start: stretch.span.start,
    program: placeProgram(readCode(stretch.source), (span) => spanInText(stretch, span)),
  }));
  const [first] = joined;
  if (first) programs.push({ start: first.span.start, program: readJoined(joined) });
  return programs.toSorted((a, b) => a.start - b.start).map(({ program }) => program);
}

/** Whether what a session printed is a model. */
export const isPrintedModel = (source: string): boolean =>
  isSummary(source) || printedModelEdits(source).length > 0;

/** Whether a stretch is plain Python that can be read in one go with others. */
function joins({ source, kind }: CodeStretch): boolean {
  if (kind === 'output' || isSummary(source) || isPrototxt(source) || isR(source)) return false;
  return printedModelEdits(source).length === 0 && repair(source).depth <= codeNestingLimit;
}

/** Brackets are closed within each stretch, so that one left open swallows no other. */
function readJoined(stretches: readonly CodeStretch[]): Program {
  let source = '';
  let code = '';
  const toSource: number[] = [];
  const toText: number[] = [];
  const problems: Program['problems'][number][] = [];
  for (const stretch of stretches) {
    const base = source.length;
    const repaired = repair(stretch.source);
    source += `${stretch.source}\n`;
    code += `${repaired.text}\n`;
    for (const offset of repaired.offsets) toSource.push(base + offset);
    toText.push(...stretch.offsets);
    const shifted = ({ start, end }: Span): Span => ({ start: start + base, end: end + base });
    problems.push(...repaired.problems.map((problem) => ({ ...problem, span: shifted(problem.span) })));
  }
  toSource.push(source.length);
  toText.push(toText.at(-1) ?? 0);
  const program = readTranslated(source, { text: code, offsets: toSource }, 'python');
  const all = [...problems, ...program.problems].toSorted((a, b) => a.span.start - b.span.start);
  return placeProgram({ ...program, problems: all }, (span) => spanThrough(toText, span));
}

/** `>>> x.shape` and what it printed become a comparison, `>>> x` and its numbers an assignment. */
function withOutputs(stretches: readonly CodeStretch[]): CodeStretch[] {
  return stretches.map((stretch, at) => {
    const next = stretches[at + 1];
    if (stretch.kind !== 'repl' || next?.kind !== 'output') return stretch;
    const source = stretch.source.trimEnd();
    const line = source.slice(source.lastIndexOf('\n') + 1);
    const printed = next.source.trimStart();
    const isShape = line.endsWith('.shape') || line.endsWith('.size()');
    const isName = /^[A-Za-z_][A-Za-z_0-9]*$/.test(line);
    const isArray = ['array(', 'tensor(', '[['].some((start) => printed.startsWith(start));
    const sign = isShape ? '==' : isName && isArray ? '=' : null;
    return sign === null ? stretch : printedTogether(stretch, source.length, sign, next);
  });
}

function printedTogether(stretch: CodeStretch, end: number, sign: string, output: CodeStretch): CodeStretch {
  const kept = applyEdits(stretch.source, [
    { at: end, remove: stretch.source.length - end, insert: ` ${sign} ` },
  ]);
  const start = output.source.length - output.source.trimStart().length;
  const offsets = kept.offsets.slice(0, -1).map((offset) => stretch.offsets[offset] ?? stretch.span.end);
  return {
    ...stretch,
    source: kept.text + output.source.slice(start),
    offsets: [...offsets, ...output.offsets.slice(start)],
  };
}
