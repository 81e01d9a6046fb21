import { infer } from '../../../frameworks/index.ts';
import type { Shape } from '../../../pooling/index.ts';
import { spatialSizes } from '../../compute.ts';
import type { Truth } from '../claim.ts';
import type { Normal } from './normal.ts';
import type { Holds } from './rule.ts';
import { type Subject, splitSubject } from './subject.ts';
import { settingsIn, type Window } from './window-words.ts';

export interface SizeClaim {
  readonly holds: Holds;
  readonly truth: Truth;
}

const noun =
  '(?:(?:both |each |spatial |output |input |feature map |map |image )*(?:size|dimension|resolution|shape|height and width|width and height|extent)|input|image|feature map|map|side)(?: (?:of|in) (?:input|feature map|map|image|output))?';
const same =
  '(?:unchanged|same|constant|intact|preserved|as it be|equal to (?:that of )?input|same as (?:that of )?input(?: size)?)';
const keeps = new RegExp(
  `^(?:keep|preserve|maintain|retain|leave|conserve) (?:same )?${noun}(?: ${same})?$|^${noun} (?:stay|remain|be|be kept|keep) ${same}$|^(?:output|it|result) (?:have|has) (?:same )?${noun} (?:as|of) (?:input|it input)$|^(?:output|result) (?:be )?(?:same )?size (?:as|of) input$|^output (?:size|shape|be) (?:be |equal )?(?:equal to |same size as |same as )?input(?: size| shape)?$|^(?:give|produce|return|yield) output (?:of|with) same size(?: as input)?$|^mean (?:that )?output have same (?:${noun}) as input$`,
);
const changes = new RegExp(`^(?:change|alter|affect|modify) ${noun}$|^${noun} change$`);
const reduces = new RegExp(
  `^(?:reduce|downsample|shrink|decrease|lower|down ?- ?sample|subsample|cut) (?:${noun})(?: (?:in|along) (?:height and width|space))?$|^make ${noun} smaller$|^(?:be )?downsampl(?:e|ing)$`,
);
const grows = new RegExp(`^(?:increase|enlarge|grow|upsample|double|expand) ${noun}$`);
const factor = new RegExp(
  `^(?:halve ${noun}|(?:cut|reduce|divide|shrink|downsample|scale down|scale) ${noun} (?:in half|by half|in two|by (?:factor (?:of )?)?(\\d+|two|three|four)|(\\d+) ?x|(?:to )?half)|downsample by (?:factor of )?(\\d+|two|three|four))(?: along (?:each|both) axis| in each dimension| in both dimension)?$`,
);
/** Of all cells together, which a window of 2 × 2 quarters. */
const cellFactor =
  /^(?:reduce|cut|divide|decrease|shrink) (?:total )?number of (?:activation|value|element|cell|pixel|number|spatial position)(?: (?:by factor (?:of )?(\d+|two|three|four)|by (\d+)%|to (?:one )?quarter|in half|by half))$/;
const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };

/** "Padding same keeps the size", "MaxPooling2D(2) halves height and width": tried on maps of many sizes. */
export function sizeClaim(normal: Normal, coded: Subject | null, before: Subject | null): SizeClaim | null {
  const { rest: whole, window, told } = settingsIn(normal.text);
  const split = splitSubject(whole, coded, before);
  const subject = split?.subject ?? null;
  if (subject && subject.kind !== 'pooling') return null;
  if (!subject && !told) return null;
  const rest = (split?.rest ?? whole).replace(/^(?:,|and|mean that|mean) /, '').trim();
  const by = factor.exec(rest);
  const cells = cellFactor.exec(rest);
  // "Keeps the dimensions" of global pooling means that its axes stay.
  if (/^(?:keep|preserve|maintain|retain) dimension/.test(rest) && subject && leavesOne(subject)) return null;
  if (cells) return ofCells(subject, cells, told);
  const test = by
    ? divides(counts[by[1] ?? by[2] ?? by[3] ?? ''] ?? Number(by[1] ?? by[2] ?? by[3] ?? 2))
    : keeps.test(rest)
      ? (n: number, out: number) => out === n
      : changes.test(rest)
        ? (n: number, out: number) => out !== n
        : reduces.test(rest)
          ? (n: number, out: number) => out < n
          : grows.test(rest)
            ? (n: number, out: number) => out > n
            : null;
  if (!test) return null;
  const universal = !['plain', 'usually', 'only'].includes(normal.mode);
  const manner = { factored: by !== null, named: false, universal };
  return subject ? ofSubject(subject, window, told, test, manner) : ofWindow(window, test, manner);
}

function leavesOne({ window, configuration }: Subject & { kind: 'pooling' }): boolean {
  const kind = configuration?.operation.kind === 'pool' ? configuration.operation.window.kind : window;
  return kind === 'global' || kind === 'adaptive';
}

/** "Reduces the number of activations by a factor of 4": of a layer in code, over all its axes. */
function ofCells(
  subject: Subject | null,
  [whole = '', factorWord, percent]: RegExpExecArray,
  told: boolean,
): SizeClaim | null {
  const configuration = subject?.kind === 'pooling' ? subject.configuration : null;
  if (!configuration || told) return null;
  const { rank } = configuration.operation.axes;
  const left =
    percent !== undefined
      ? 1 - Number(percent) / 100
      : /quarter/.test(whole)
        ? 1 / 4
        : /half/.test(whole)
          ? 1 / 2
          : 1 / (counts[factorWord ?? ''] ?? Number(factorWord));
  const side = Math.round((1 / left) ** (1 / rank));
  if (Math.abs(side ** rank * left - 1) > 1e-9) return ofConfiguration(configuration, () => false);
  return ofConfiguration(configuration, divides(side));
}

type Test = (n: number, out: number) => boolean | null;

/** Odd sizes can't be halved; those that can are asked. */
const divides =
  (by: number): Test =>
  (n, out) =>
    n % by === 0 ? out === n / by : null;

const largest = 33;

function ofSubject(
  subject: Subject & { kind: 'pooling' },
  window: Window,
  told: boolean,
  test: Test,
  manner: Manner,
): SizeClaim | null {
  const { configuration } = subject;
  if (configuration) return told ? null : ofConfiguration(configuration, test);
  if (subject.window === 'global')
    return told
      ? null
      : { holds: summed(range(2), (n) => [test(n, 1)]), truth: { kind: 'rule', rule: 'global-window' } };
  if (subject.window === 'adaptive') return null;
  return ofWindow(window, test, { ...manner, named: true });
}

function ofConfiguration(
  configuration: NonNullable<(Subject & { kind: 'pooling' })['configuration']>,
  test: Test,
): SizeClaim | null {
  const { rank, layout } = configuration.operation.axes;
  const outputOf = (n: number): number | null => {
    const map = Array.from({ length: rank }, () => n);
    const inferred = infer(configuration, layout === 'channels_first' ? [1, 1, ...map] : [1, ...map, 1]);
    const sizes: Shape = inferred.ok ? spatialSizes(inferred.operation, inferred.derivation.output) : [];
    const [first] = sizes;
    return sizes.length === rank && first != null && sizes.every((size) => size === first)
      ? first
      : inferred.ok && sizes.length < rank
        ? 1
        : null;
  };
  const held = summed(range(2), (n) => {
    const out = outputOf(n);
    return out === null ? [] : [test(n, out)];
  });
  const shown = outputOf(evenSide);
  if (shown === null) return null;
  const side = (size: number) => Array.from({ length: rank }, () => size);
  return { holds: held, truth: { kind: 'example', input: side(evenSide), output: side(shown) } };
}

const evenSide = 64;
const range = (from: number): readonly number[] =>
  Array.from({ length: largest - from }, (_, at) => from + at);

/** A window that is only told in part: every one that it may be; with "always" also those that nobody means unasked. */
function ofWindow(
  { size, stride, padding }: Window,
  test: Test,
  { factored, named, universal }: Manner,
): SizeClaim | null {
  if (size === null && stride === null && factored) return null;
  const sizes = size === null ? [2, 3] : [size];
  const paddings = padding === null && universal ? ([0, 'same'] as const) : [padding ?? 0];
  const holds = summed(
    sizes.flatMap((k) =>
      paddings.flatMap((pad) =>
        stridesOf(k, stride, universal || (pad === 'same' && !named)).map((s) => [k, s, pad] as const),
      ),
    ),
    ([k, s, pad]) =>
      range(Math.max(2, k)).map((n) => {
        const room = typeof pad === 'number' ? 2 * pad : 0;
        return test(n, pad === 'same' ? Math.ceil(n / s) : Math.floor((n + room - k) / s) + 1);
      }),
  );
  return { holds, truth: { kind: 'rule', rule: padding === 'same' ? 'same-size' : 'size-by-setting' } };
}

/** How a size is spoken of. */
interface Manner {
  /** By a factor, which depends on the window. */
  readonly factored: boolean;
  /** Of a layer, whose stride is its window unless it is given. */
  readonly named: boolean;
  /** Of every setting that there is. */
  readonly universal: boolean;
}

const stridesOf = (window: number, given: number | null, open: boolean): readonly number[] =>
  given === null ? (open ? [1, window] : [window]) : [given];

function summed<Item>(items: readonly Item[], results: (item: Item) => readonly (boolean | null)[]): Holds {
  const all = items.flatMap(results).filter((result) => result !== null);
  return all.every((one) => one) ? 'always' : all.some((one) => one) ? 'sometimes' : 'never';
}
