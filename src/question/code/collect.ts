import {
  type CodeArgument,
  type CodeArray,
  type CodeCall,
  type CodeModel,
  type CodeProblem,
  type CodeShape,
  type CodeStretch,
  findCode,
  isPrintedModel,
  readStretches,
} from '../python/index.ts';
import type { Span } from '../question.ts';

/** A model with the calls that its steps point to. */
export interface FoundModel {
  readonly model: CodeModel;
  readonly calls: readonly CodeCall[];
}

/** All code of a message; every span is a position in the message. */
export interface FoundCode {
  readonly calls: readonly CodeCall[];
  readonly arrays: readonly CodeArray[];
  readonly shapes: readonly CodeShape[];
  readonly models: readonly FoundModel[];
  readonly problems: readonly CodeProblem[];
  /** The stretches that are code. */
  readonly spans: readonly Span[];
}

/** A message with more pieces of code than this is a pasted page; its first pieces are read. */
const mostStretches = 48;

/** Reads the code of a message. */
export function collectCode(text: string): FoundCode {
  const calls: CodeCall[] = [];
  const arrays: CodeArray[] = [];
  const shapes: CodeShape[] = [];
  const models: FoundModel[] = [];
  const problems: CodeProblem[] = [];
  const spans: Span[] = [];
  const stretches = findCode(text).slice(0, mostStretches);
  const programs = readStretches(stretches);
  for (const program of programs) {
    const told = program.calls.flatMap(toldShapes);
    calls.push(...program.calls.filter((call) => toldShape(call) === null).map(withoutSizes));
    arrays.push(...program.arrays);
    shapes.push(...program.shapes, ...told);
    models.push(...program.models.map((model) => ({ model, calls: program.calls })));
    problems.push(...program.problems);
  }
  const found = [...programs.flatMap((program) => program.calls), ...arrays, ...shapes];
  for (const stretch of stretches) {
    const within = ({ span }: { readonly span: Span }): boolean =>
      span.start >= stretch.span.start && span.end <= stretch.span.end;
    const items = found.filter(within).map(({ span }) => span);
    const nothing = items.length === 0 && !problems.some(within) && stretch.kind !== 'repl';
    const printed = stretch.kind === 'output' && !isPrintedModel(stretch.source);
    if (printed || nothing) continue;
    const whole = { start: stretch.span.start, end: codeEnd(text, stretch.span, items) };
    spans.push(...(isSentence(stretch) ? items : [whole]));
  }
  return { calls, arrays, shapes, models, problems, spans };
}

/** The shapes that stand in a sentence where code would have arguments. */
function toldShapes(call: CodeCall): readonly CodeShape[] {
  const told = toldShape(call);
  if (told !== null) return [told];
  return call.applied.flatMap(({ args, span }) => shapeOf(args, span) ?? []);
}

/** In "-> input (64, 11, 5)" and "F.max_pool2d(x, 2), x (1, 3, 8, 8)" the word before the brackets is no function. */
function toldShape(call: CodeCall): CodeShape | null {
  const noun = /^(?:inputs?|tensor|shape|size|images?|img|maps?|data|of|on|for|with|x)$/i;
  return noun.test(call.name) ? shapeOf(call.args, call.span) : null;
}

/** In "GlobalMaxPooling2D() (None, 7, 7, 64)" the second brackets are a shape: no layer takes numbers one by one. */
function withoutSizes(call: CodeCall): CodeCall {
  const applied = call.applied.filter(({ args, span }) => shapeOf(args, span) === null);
  return applied.length === call.applied.length ? call : { ...call, applied };
}

/** Two or more sizes by place or in one tuple, `None` among them; null for any other arguments. */
function shapeOf(args: readonly CodeArgument[], span: Span): CodeShape | null {
  const [first] = args;
  const listed = args.length === 1 && first?.value.type === 'tuple' ? first.value.items : null;
  if (args.some(({ name }) => name !== null)) return null;
  const sizes = (listed ?? args.map(({ value }) => value)).map((value) =>
    value.type === 'int' ? value.value : value.type === 'none' ? null : -1,
  );
  if (sizes.length < 2 || sizes.some((size) => size !== null && size < 1)) return null;
  return { shape: sizes, written: 'prose', batched: null, of: null, span };
}

/** One line between sentences may be prose that happens to parse: "MaxPooling2D(2), channels_first, (None, 6, 8, 8)". */
function isSentence({ kind, source }: CodeStretch): boolean {
  return kind === 'block' && !source.trim().includes('\n');
}

/** Behind the last piece of code a sentence may go on: "… stride: 2 } on 1x96x55x55". */
function codeEnd(text: string, span: Span, items: readonly Span[]): number {
  const last = Math.max(span.start, ...items.map(({ end }) => end));
  const rest = text.slice(last, span.end);
  const goesOn =
    items.length > 0 && /^[\s}\])]{0,8} (?:on|with|for|given|applied|over|and|where|input) /.test(rest);
  return goesOn ? last : span.end;
}
