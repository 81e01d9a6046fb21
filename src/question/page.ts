import type { FrameworkId } from '../frameworks/index.ts';
import { collectCode, type FoundCode } from './code/collect.ts';
import { type FoundError, findError } from './error/find.ts';
import { attachSettings } from './layer/attach.ts';
import { findMentions } from './layer/find.ts';
import { type Head, loneReduction } from './layer/head.ts';
import type { Mention } from './layer/mention.ts';
import type { Setting } from './layer/setting.ts';
import { findSettings } from './layer/setting-words.ts';
import { type CodeProblem, type RowArray, readRows } from './python/index.ts';
import type { AxisName } from './question.ts';
import { findShapes } from './shape/find.ts';
import { findRuns, type NumberRun } from './shape/run.ts';
import { type NamedSize, namedSizes } from './shape/worded.ts';
import type { WrittenShape } from './shape/written.ts';
import { headsElsewhere, type NamedFramework, namedFrameworks } from './words/framework.ts';
import { tokensIn } from './words/place.ts';
import { scan } from './words/scan.ts';
import type { Token } from './words/token.ts';

/** Everything that stands in a text, before it is asked what it means. */
export interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly code: FoundCode;
  readonly error: FoundError | null;
  readonly frameworks: readonly NamedFramework[];
  readonly mentions: readonly Mention[];
  readonly settings: readonly Setting[];
  /** Arrays of two and more dimensions in prose: nested lists, MATLAB rows, lines of numbers. */
  readonly arrays: readonly RowArray[];
  readonly arrayProblems: readonly CodeProblem[];
  readonly shapes: readonly WrittenShape[];
  readonly axisNames: readonly (readonly AxisName[])[];
  readonly namedSizes: readonly NamedSize[];
  readonly runs: readonly NumberRun[];
}

/** Reads a text once, each stretch by the first reader that takes it: errors, code, arrays, arguments, shapes, runs. */
export function readPage(text: string, framework: FrameworkId | null): Page {
  const tokens = scan(text);
  const taken = new Uint8Array(tokens.length + 1);
  const free = (index: number) => taken[index] === 0;
  const take = (items: readonly { readonly from: number; readonly to: number }[]) => {
    for (const { from, to } of items) taken.fill(1, from, to);
  };
  const error = findError(text);
  if (error !== null) take([tokensIn(tokens, error.span)]);
  const code = collectCode(text);
  take(code.spans.map((span) => tokensIn(tokens, span)));
  const frameworks = namedFrameworks(tokens);
  const named = framework ?? frameworks[0]?.framework ?? null;
  // "What would MaxPool2d(2) be in Keras": the capitals are PyTorch's, Keras is where it should go.
  const leaves =
    framework === null && headsElsewhere(tokens, frameworks) && findShapes(tokens, free).shapes.length === 0;
  const spoken = leaves ? null : named;
  const found = findMentions(tokens, code.calls, free, spoken, leaves);
  const rows = readRows(text);
  const arrays = rows.arrays.filter(
    ({ shape, span }) => shape.length > 1 && free(tokensIn(tokens, span).from),
  );
  take(arrays.map(({ span }) => tokensIn(tokens, span)));
  const settings = findSettings(tokens, free);
  take(settings);
  const written = findShapes(tokens, free);
  const attached = attachSettings(
    tokens,
    withLoneReduction(found, tokens, settings, { free, onShapes: written.shapes.length > 0 }),
    settings,
    written.shapes,
    [...arrays, ...code.arrays].map(({ span }) => tokensIn(tokens, span)),
  );
  take(written.shapes);
  const sizes = namedSizes(tokens, free);
  take(sizes);
  const runs = findRuns(tokens, free);
  return {
    text,
    tokens,
    code,
    error,
    frameworks,
    mentions: attached.mentions,
    settings,
    arrays,
    arrayProblems: rows.problems,
    shapes: attached.shapes,
    axisNames: written.named,
    namedSizes: sizes,
    runs,
  };
}

/** A window without any layer makes a layer of the word that says how to reduce, or of `pool_size` itself. */
function withLoneReduction(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  settings: readonly Setting[],
  { free, onShapes }: { readonly free: (index: number) => boolean; readonly onShapes: boolean },
): readonly Mention[] {
  const window = settings.some(({ name }) => name === 'window');
  if (!window || mentions.some(({ kind }) => kind !== 'other')) return mentions;
  const head = loneReduction(tokens, free) ?? (onShapes ? poolOfSize(settings) : null);
  if (head === null) return mentions;
  const mention: Mention = { kind: 'head', head, from: head.from, to: head.to, settings: [], times: 1 };
  return [...mentions, mention].sort((a, b) => a.from - b.from);
}

/** "If pool_size=(2, 2) and the input is …": only pooling has that argument. */
function poolOfSize(settings: readonly Setting[]): Head | null {
  const size = settings.find(({ written }) => written === 'pool_size');
  if (size === undefined) return null;
  return { reduce: null, window: 'local', saysWindow: false, rank: null, from: size.from, to: size.from + 1 };
}
