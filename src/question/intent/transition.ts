import type { Shape } from '../../pooling/index.ts';
import type { Page } from '../page.ts';

/** A size as people write it: `28x28`, `28`, `(None, 28, 28, 3)`. */
const size = String.raw`(?:\(\s*(?:(?:None|\d+)\s*,?\s*){1,5}\)|\[?\b\d+(?:\s*[x×*]\s*\d+){0,4}\b\]?)`;
const arrow = String.raw`(?:-+>|=+>|→|⟶|\bto\b|\binto\b|\bbecomes?\b|\bdown to\b)`;

/** "From … to …" says it outright. */
const outright: readonly RegExp[] = [
  new RegExp(String.raw`\bfrom\s+(?:an?\s+|the\s+)?${size}[^.?!\n]{0,30}${arrow}[^.?!\n]{0,25}${size}`, 'i'),
  new RegExp(
    String.raw`\bfrom\s+(?:an?\s+)?${size}[^.?!\n]{0,20}\b(?:i |we )?(?:want|need|get)\b[^.?!\n]{0,20}${size}`,
    'i',
  ),
];

/** "Get 4x8 from 16x24": the goal comes first. */
const backwards = new RegExp(
  String.raw`\b(?:get|reach|want|need|obtain|gives?|make|produce|output|have)\b[^.?!\n]{0,30}${size}[^.?!\n]{0,25}\b(?:from|out of|starting|given)\b[^.?!\n]{0,20}${size}`,
  'i',
);

/** An arrow or a verb between two sizes: the first may still be a layer's window. */
const likely: readonly RegExp[] = [
  new RegExp(
    String.raw`${size}(?:\s+(?:steps?|map|maps|image|images|input|pixels?|px|cells?|features?))?\s*${arrow}\s*(?:an?\s+|exactly\s+)?${size}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:turn|reduce|shrink|downsample|downscale|pool|bring|make|convert|transform|map|get|go|compress|squeeze|take|resize)\w*\b[^.?!\n]{0,30}${size}[^.?!\n]{0,25}${arrow}[^.?!\n]{0,20}${size}`,
    'i',
  ),
  backwards,
];

/** The two sizes of such a text as it writes them; null where it names no two. */
export function sizesBetween({ text }: Page): { readonly from: Shape; readonly target: Shape } | null {
  const wording = [...outright, ...likely].find((one) => one.test(text));
  const [found = ''] = (wording && text.match(wording)) ?? [];
  const sizes = [...found.matchAll(new RegExp(size, 'gi'))].map(([written]) => shapeOf(written));
  const [first, last] = sizes.length > 1 ? [sizes.at(0), sizes.at(-1)] : [];
  if (!first || !last) return null;
  return wording === backwards ? { from: last, target: first } : { from: first, target: last };
}

function shapeOf(written: string): Shape {
  return (written.match(/None|\d+/gi) ?? []).map((part) => (/none/i.test(part) ? null : Number(part)));
}

/** Whether a text leads from one size to another: "28x28 -> 14x14", "get 4x8 from 16x24", "30x40 becomes 15x20". */
export function leadsBetweenSizes({ text, code }: Page): boolean {
  return code.models.length === 0 && [...outright, ...likely].some((wording) => wording.test(text));
}

const alone = new RegExp(
  String.raw`^\s*(?:how (?:do|can|could|would|should) (?:i|we|you|one) )?(?:(?:turn|reduce|shrink|downsample|downscale|pool|bring|convert|map|get|go|compress|squeeze|take|resize)(?: from)?|from)?\s*${size}\s*${arrow}\s*${size}\s*[.?]*\s*$`,
  'i',
);

/** Whether a text is nothing but two sizes and a way between them: "reduce 100 to 33", "28 -> 7". */
export const isOnlyTransition = ({ text }: Page): boolean => alone.test(text);

/** Whether it says so outright, whatever layer stands beside. */
export const leadsOutright = ({ text }: Page): boolean => outright.some((wording) => wording.test(text));

const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};

/** A goal that is told by the input: "halve a 28x28 map", "keep the size 28x28". What the input is divided by. */
export function relativeGoal(text: string): number | null {
  const factor = text.match(byFactor)?.[1]?.toLowerCase();
  if (factor !== undefined) return counts[factor] ?? Number(factor);
  if (halves.test(text)) return 2;
  return keeps.test(text) ? 1 : null;
}

const byFactor =
  /\b(?:reduc|shrink|downsampl|downscal|divid|scal)\w*\b[^.?!\n]{0,40}\bby (?:a factor of )?(two|three|four|[1-9]\d?)\b(?!\s*[x×\d])/i;
const halves = /\bhalv(?:e|es|ed|ing)\b|\bhalf (?:the |its |of the )?(?:size|height|width|resolution)/i;
const keeps =
  /\b(?:keep|keeps|keeping|preserve|preserves|maintain|unchanged)\b[^.?!\n]{0,30}\b(?:size|shape|resolution|height|width|\d)|\b(?:output|out) (?:size |shape )?(?:equal|equals|same|the same)\b[^.?!\n]{0,12}\binput|\bsame (?:size|shape|resolution) (?:as|out)\b/i;

/** "How many 2x2 pools from 224 to 7", "using only MaxPooling2D(2)", "with 5 pooling layers": how often is asked, or said. */
export interface Repetition {
  /** Null where it is asked. */
  readonly times: number | null;
}

/** Whether one layer is to stand several times in a row between the sizes; null where it is one layer's setting. */
export function repetitionIn(text: string): Repetition | null {
  if (
    /\bhow (?:many|often)\b|\b(?:number|count) of\b[^.?!\n]{0,20}\b(?:pool\w*|layers|times)|\buntil\b/i.test(
      text,
    )
  )
    return { times: null };
  const [, written = ''] =
    text.match(
      /\b(?:with|using|in|by|through|after)\s+(?:exactly\s+)?(\d|two|three|four|five|six|seven|eight)\s+(?:identical\s+|equal\s+|max\s+|average\s+|local\s+)?(?:\w*pool\w*(?:\s+layers?)?|layers)\b/i,
    ) ?? [];
  const times = counts[written.toLowerCase()] ?? Number(written || Number.NaN);
  if (times > 1) return { times };
  return /\b(?:only|nothing but|repeated|stack(?:ed|ing)?)\b[^.?!\n]{0,40}\b(?:pool\w*|MaxPool\w*|AvgPool\w*|AveragePool\w*)/i.test(
    text,
  )
    ? { times: null }
    : null;
}

/** Windows that share cells, windows that don't; null where nothing is said of it. */
export function overlapWanted(text: string): boolean | null {
  if (
    /\bnon-?\s?overlap\w*|\bwithout (?:any )?overlap\w*|\bno overlap\w*|\bside by side\b|\bdisjoint\b|\bdo(?:n'?t| not) overlap/i.test(
      text,
    )
  )
    return false;
  return /\boverlap\w*/i.test(text) ? true : null;
}
