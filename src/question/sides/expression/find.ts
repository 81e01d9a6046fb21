import type { Span } from '../../question.ts';
import { readEinops } from './einops.ts';
import type { Expression } from './expression.ts';
import { readReduction } from './reduction.ts';
import { blur, readBilinear, readImageResize, readInterpolate } from './resampling.ts';
import { readReshape, readSlice, readUnfold, usualWindows } from './windows.ts';

/** An expression with the stretch of text it was read from. */
export interface PlacedExpression {
  readonly expression: Expression;
  readonly span: Span;
}

type Reader = (match: readonly string[]) => Omit<Expression, 'written'> | null;

/** Every expression of a text that pools without a pooling layer, in the order of the text. */
export function findExpressions(text: string): readonly PlacedExpression[] {
  const found = readers.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match): readonly PlacedExpression[] => {
      const expression = read(match.map((group) => group ?? ''));
      if (expression === null) return [];
      const span = { start: match.index, end: match.index + match[0].length };
      return [{ expression: { ...expression, written: match[0].trim() } as Expression, span }];
    }),
  );
  const sorted = found.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return sorted.filter(({ span }, at) => !sorted.slice(0, at).some((other) => other.span.end > span.start));
}

const number = String.raw`-?\d+`;
const axesPattern = String.raw`[[(][-\d,\s]+[\])]|${number}`;
const reduceNames = 'reduce_mean|reduce_max|reduce_min|reduce_sum|mean|max|amax|min|amin|sum';

// They begin where a word begins: tried inside of words too, a long one would take its length squared.
const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(
      String.raw`\b_*((?:[a-z]\w*\.)+)(${reduceNames})\(\s*(?:[-−]?[a-z]\w*\s*,\s*)?(?:(?:axis|axes|dim)\s*=\s*)?(${axesPattern})\s*(?:,\s*(?:keepdims?|keep_dims)\s*=\s*(True|False)\s*)?\)(?:\.(?:${reduceNames})\(\s*(?:(?:axis|dim)\s*=\s*)?(${number})\s*\))?`,
      'gi',
    ),
    readReduction,
  ],
  [
    new RegExp(
      String.raw`\b\w+\.unfold\(\s*(${number})\s*,\s*(\d+)\s*,\s*(\d+)\s*\)(?:\.unfold\(\s*(${number})\s*,\s*(\d+)\s*,\s*(\d+)\s*\))?\.(mean|amax|max|amin|min|sum)\(\s*(?:dim\s*=\s*)?(${axesPattern})\s*\)`,
      'gi',
    ),
    readUnfold,
  ],
  [
    new RegExp(
      String.raw`\b\w+\.(?:reshape|view)\(([^()]{3,80})\)\.(mean|amax|max|amin|min|sum)\(\s*(?:(?:axis|dim)\s*=\s*)?(${axesPattern})\s*\)`,
      'gi',
    ),
    readReshape,
  ],
  [
    /(?:einops\.)?reduce\(\s*\w+\s*,\s*['"]([^'"]{5,80})['"]\s*,\s*['"](mean|max|min|sum)['"]\s*([^()]{0,60})\)/gi,
    readEinops,
  ],
  [/\b\w+\[\s*((?::{1,2}\d*\s*,\s*){0,2}::\d+(?:\s*,\s*::\d+)?(?:\s*,\s*:)?)\s*\]/gi, readSlice],
  [/\b(?:\w+\.)*interpolate\(([^()]*(?:\([^()]*\))?[^()]*)\)/gi, readInterpolate],
  [/\b(?:tf\.)?image\.resize\(([^()]*(?:\([^()]*\))?[^()]*)\)/gi, readImageResize],
  [
    /\bbilinear(?:ly)?[- ](?:down-?sampl|down-?scal|resiz|interpolat|shrink)\w*\s+(?:to\s+|by\s+)?(?:a factor of\s+)?(half|two|\d+(?:\.\d+)?)\b/gi,
    readBilinear,
  ],
  [
    /\b(?:down-?sampl|down-?scal|resiz|shrink)\w*\s+(?:to\s+|by\s+)?(?:a factor of\s+)?(half|two|\d+(?:\.\d+)?)(?: the size)?\s+(?:with|using|by)\s+bilinear\b(?: interpolation)?/gi,
    readBilinear,
  ],
  [/\b(max|min)(?:_?pool(?:ing)?)?\(\s*[-−]\s*[a-z]\w*\s*\)/gi, ([, name = '']) => usualWindows(name)],
  [/\b(?:\w+\.)*Resizing\(([^()]*)\)/g, readImageResize],
  [
    /\bcv2\.(?:blur|boxFilter)\(\s*\w+\s*,\s*(?:-1\s*,\s*)?\(?\s*(\d+)\s*,\s*(\d+)\s*\)?\s*\)/gi,
    ([, width, height]) => blur([height, width], 'reflect'),
  ],
  [
    /\b(?:\w+\.)*uniform_filter\(\s*\w+\s*,\s*(?:size\s*=\s*)?(\d+)\s*\)/gi,
    ([, size]) => blur([size, size], 'symmetric'),
  ],
  [
    /\b(\d+)\s*[x×]\s*(\d+)\s+(?:box|mean|averaging)[ -](?:blur|filter)\b/gi,
    ([, height, width]) => blur([height, width], null),
  ],
  [
    /\b(?:box|mean|averaging)[ -](?:blur|filter)\s+(?:of\s+)?(?:size\s+)?(\d+)(?:\s*[x×]\s*(\d+))?/gi,
    ([, height, width]) => blur([height, width || height], null),
  ],
];
