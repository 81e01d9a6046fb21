import type { FrameworkId } from '../../frameworks/index.ts';
import type { Layout } from '../../pooling/index.ts';
import type { Span } from '../question.ts';
import type { CodeReduce, Expression } from './code-expression.ts';

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
      String.raw`\b_*((?:[a-z]\w*\.)+)(${reduceNames})\(\s*(?:[a-z]\w*\s*,\s*)?(?:(?:axis|axes|dim)\s*=\s*)?(${axesPattern})\s*(?:,\s*(?:keepdims?|keep_dims)\s*=\s*(True|False)\s*)?\)(?:\.(?:${reduceNames})\(\s*(?:(?:axis|dim)\s*=\s*)?(${number})\s*\))?`,
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

const mapOf: Readonly<Record<string, { readonly rank: 1 | 2 | 3; readonly layout: Layout }>> = {
  '1': { rank: 1, layout: 'channels_last' },
  '-2': { rank: 1, layout: 'channels_last' },
  '2': { rank: 1, layout: 'channels_first' },
  '-1': { rank: 1, layout: 'channels_first' },
  '1 2': { rank: 2, layout: 'channels_last' },
  '-3 -2': { rank: 2, layout: 'channels_last' },
  '2 3': { rank: 2, layout: 'channels_first' },
  '-2 -1': { rank: 2, layout: 'channels_first' },
  '1 2 3': { rank: 3, layout: 'channels_last' },
  '2 3 4': { rank: 3, layout: 'channels_first' },
};

/** Two reductions in a row: the second counts its axis without the first. */
const inTwoSteps: Readonly<Record<string, string>> = {
  '-1 -1': '-2 -1',
  '2 2': '2 3',
  '3 2': '2 3',
  '1 1': '1 2',
  '2 1': '1 2',
};

const integers = (text: string): readonly number[] => (text.match(/-?\d+/g) ?? []).map(Number);
const inOrder = (axes: readonly number[]): string => axes.toSorted((a, b) => a - b).join(' ');

const reduceOf = (name: string): CodeReduce =>
  /mean/i.test(name) ? 'average' : /max/i.test(name) ? 'max' : /min/i.test(name) ? 'min' : 'sum';

function frameworkOf(library: string): FrameworkId | null {
  if (/^(?:tf|keras|k|ops)\./i.test(library)) return 'keras';
  return /^torch\./i.test(library) ? 'torch' : null;
}

/** `tf.reduce_mean(x, [1, 2])`, `x.mean((2, 3))`, `np.mean(x, axis=(1, 2))`; none for other axes than the pooled ones. */
function readReduction([
  ,
  library = '',
  name = '',
  axes = '',
  keepdims = '',
  second = '',
]: readonly string[]) {
  const written = inOrder(integers(axes));
  const map = mapOf[second === '' ? written : (inTwoSteps[`${written} ${second}`] ?? '')];
  if (map === undefined) return null;
  const framework = frameworkOf(library);
  return {
    kind: 'global' as const,
    ...map,
    framework,
    reduce: reduceOf(name),
    keepdims: /^true$/i.test(keepdims),
  };
}

/** `x.unfold(2, 2, 2).unfold(3, 2, 2).mean((-1, -2))`: PyTorch's windows as axes of their own. */
function readUnfold([
  ,
  first = '',
  k = '',
  s = '',
  second = '',
  k2 = '',
  s2 = '',
  name = '',
  over = '',
]: readonly string[]) {
  const rank = second === '' ? 1 : 2;
  const axes = inOrder(integers(over));
  const places = rank === 1 ? ['2', '-1'].includes(first) : first === '2' && second === '3';
  const windows = rank === 1 ? ['-1', '3'].includes(axes) : ['-2 -1', '4 5'].includes(axes);
  if (!places || !windows) return null;
  const of = (one: string, other: string) => (rank === 1 ? [Number(one)] : [Number(one), Number(other)]);
  return windowed(reduceOf(name), of(k, k2), of(s, s2), 'channels_first', 'torch');
}

/** `x.reshape(N, H // 2, 2, W // 2, 2, C).max((2, 4))`: blocks as axes of their own. */
function readReshape([, sizes = '', name = '', over = '']: readonly string[]) {
  const parts = sizes.split(',').map((part) => part.trim().replace(/^\(|\)$/g, ''));
  const axes = inOrder(integers(over));
  const last = parts.length === 6 && axes === '2 4';
  const first = parts.length === 6 && axes === '3 5';
  const blocks = axes.split(' ').map((axis) => Number(parts[Number(axis)]));
  if (!(last || first) || blocks.some((size) => !(size > 0))) return null;
  return windowed(reduceOf(name), blocks, blocks, last ? 'channels_last' : 'channels_first', null);
}

/** `einops.reduce(x, 'b (h 2) (w 2) c -> b h w c', 'max')`, `reduce(x, 'b h w c -> b c', 'mean')`. */
function readEinops([, pattern = '', name = '', rest = '']: readonly string[]) {
  const [from = '', to = ''] = pattern.split('->').map((half) => half.trim());
  const axes = from.match(/\([^)]*\)|\S+/g) ?? [];
  const kept: readonly string[] = to.match(/\([^)]*\)|\S+/g) ?? [];
  const channel = kept.filter((axis) => axis !== '1' && axis !== '()').at(-1);
  const layout: Layout = axes.at(-1) === channel || axes.at(-1) === 'c' ? 'channels_last' : 'channels_first';
  const spatial = layout === 'channels_last' ? axes.slice(1, -1) : axes.slice(2);
  const rank = spatial.length;
  if (rank !== 1 && rank !== 2 && rank !== 3) return null;
  const reduce = reduceOf(name);
  if (spatial.every((axis) => !axis.startsWith('(') && !kept.includes(axis))) {
    const [batch = ''] = axes;
    const own = (layout === 'channels_last' ? axes.at(-1) : axes[1]) ?? '';
    const ones = spatial.map(() => '1');
    const withOnes = layout === 'channels_last' ? [batch, ...ones, own] : [batch, own, ...ones];
    const keepdims = kept.map((axis) => (axis === '()' ? '1' : axis)).join(' ') === withOnes.join(' ');
    // Any other order, or a batch that is reduced as well, is no pooling layer's output.
    if (!keepdims && kept.join(' ') !== `${batch} ${own}`) return null;
    return { kind: 'global' as const, rank, layout, framework: null, reduce, keepdims } as const;
  }
  const blocks = spatial.map((axis) => {
    const [, inner = ''] = axis.match(/^\(\s*\w+\s+(\w+)\s*\)$/) ?? [];
    return Number(
      /^\d+$/.test(inner) ? inner : rest.match(new RegExp(String.raw`\b${inner}\s*=\s*(\d+)`))?.[1],
    );
  });
  return blocks.every((size) => size > 0) ? windowed(reduce, blocks, blocks, layout, null) : null;
}

/** `x[:, ::2, ::2]`: every second cell, which is what a window of one cell takes. */
function readSlice([, inside = '']: readonly string[]) {
  const parts = inside.split(',').map((part) => part.trim());
  const steps = parts.flatMap((part) => part.match(/^::(\d+)$/)?.[1] ?? []).map(Number);
  const before = parts.findIndex((part) => part.startsWith('::'));
  const layout: Layout = parts.at(-1) === ':' || before < 2 ? 'channels_last' : 'channels_first';
  if (steps.length === 0 || steps.length > 2) return null;
  return windowed(
    'max',
    steps.map(() => 1),
    steps,
    layout,
    null,
  );
}

/** `F.interpolate(x, scale_factor=0.5, mode='area')`, or to a size. */
function readInterpolate([, given = '']: readonly string[]) {
  if (!/mode\s*=\s*['"]area['"]/.test(given)) return null;
  const [, scale] = given.match(/scale_factor\s*=\s*([\d./]+)/) ?? [];
  const sizes = sizesIn(given.match(/(?:size\s*=\s*|,\s*)([[(]?\s*\d[\d,\s]*)/)?.[1] ?? '');
  const by = scale === undefined ? null : fraction(scale);
  if (by !== null) return areaOf({ by: [by, by] }, 'whole', 'channels_first', 'torch');
  return sizes === null ? null : areaOf({ to: sizes }, 'whole', 'channels_first', 'torch');
}

/** `tf.image.resize(x, [14, 14], method='area')`, `Resizing(14, 14, interpolation='area')`. */
function readImageResize([, given = '']: readonly string[]) {
  if (!/['"]area['"]|\.AREA\b/.test(given)) return null;
  const sizes = sizesIn(given.match(/[[(]?\b\d+\s*,\s*\d+\b/)?.[0] ?? '');
  return sizes === null ? null : areaOf({ to: sizes }, 'exact', 'channels_last', 'keras');
}

function sizesIn(text: string): readonly number[] | null {
  const [height, width = height] = integers(text);
  return height === undefined || width === undefined || height < 1 || width < 1 ? null : [height, width];
}

function fraction(text: string): number | null {
  const [over = Number.NaN, under = 1] = text.split('/').map(Number);
  const value = over / under;
  return value > 0 && Number.isFinite(value) ? value : null;
}

function windowed(
  reduce: CodeReduce,
  kernel: readonly number[],
  stride: readonly number[],
  layout: Layout,
  framework: FrameworkId | null,
) {
  const rank = kernel.length === 1 ? (1 as const) : (2 as const);
  if ([...kernel, ...stride].some((size) => !(size > 0))) return null;
  return { kind: 'windows' as const, rank, layout, framework, reduce, kernel, stride };
}

function areaOf(
  target: { readonly to: readonly number[] } | { readonly by: readonly number[] },
  shares: 'whole' | 'exact',
  layout: Layout,
  framework: FrameworkId,
) {
  return { kind: 'area' as const, rank: 2 as const, layout, framework, target, shares };
}

function blur(sizes: readonly (string | undefined)[], border: 'reflect' | 'symmetric' | null) {
  const kernel = sizes.map(Number);
  if (kernel.some((size) => !(size > 0))) return null;
  return {
    kind: 'blur' as const,
    rank: 2 as const,
    layout: 'channels_last' as const,
    framework: null,
    kernel,
    border,
  };
}
