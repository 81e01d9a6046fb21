import { inOwnForm, type Trace, traceChain } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { sameShape } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { layersIn, readWith } from './layers.ts';
import { type StatedShape, shapesIn } from './sizes.ts';

const thenWord = String.raw`(?:then|finally|afterwards|next|again)(?:\s*,)?(?:\s+(?:again|finally))?`;
/** What stands between two sizes that come out one after the other. */
const inTurn = new RegExp(
  String.raw`^\s*(?:,\s*)?(?:(?:and|followed by)\s+)?${thenWord}\s*(?:(?:down )?(?:to|into|becomes?|gives?|produces?)\s+)?(?:an?\s+)?$|^\s*(?:-+>|=+>|→)\s*$`,
  'i',
);
const arrow = /^\s*(?:-+>|=+>|→)\s*$/;
/** What stands between the size that goes in and the first that comes out. */
const leads = /^\s*(?:down\s+)?(?:to|into)\s+(?:an?\s+)?$|^\s*(?:-+>|=+>|→)\s*$/i;
const counts: Readonly<Record<string, number>> = { two: 2, twice: 2, three: 3, thrice: 3, four: 4, five: 5 };
const counted = /\b(two|three|four|five)(?=\s+(?:times|[\w.]+\())|\b(twice|thrice)\b/gi;

/** "MaxPooling2D(2) turns 28x28 into 14x14 and then 7x7": one layer again and again, a size for each time. */
export function checkInTurn(sentence: string, context: Context): Ruling | null {
  const [layer, other] = layersIn(sentence);
  if (!layer?.pooling || other) return null;
  const sizes = sizesInTurn(sentence, context);
  const [call] = readWith(layer.text, context.framework).calls;
  if (!sizes || !call || !layer.text.includes('(')) return null;
  const { input, outputs, read } = sizes;
  const times = [...sentence.matchAll(counted)].map(([word]) => counts[word.toLowerCase()]);
  if (times.some((count) => count !== outputs.length)) return null;
  const rest = sentence.replace(counted, (word) => ' '.repeat(word.length)).replace(/\btimes\b/gi, '     ');
  if (!isCovered(rest, [layer, ...read], null)) return null;
  const { framework } = call.layer;
  const step = { name: call.layer.name, given: call.given };
  const trace = traceChain(
    outputs.map(() => step),
    framework,
    input,
  );
  const turned = framework === 'torch' && input.length > (call.layer.rank ?? 2);
  const wrong = outputs.findIndex((claimed, at) => !comesOut(trace, at, claimed));
  const shown = trace.layers[wrong === -1 ? outputs.length - 1 : wrong]?.output;
  // Three crossed numbers may have the channels in front or behind.
  if (!shown || (turned && wrong !== -1)) return null;
  return {
    right: (wrong === -1) !== isDenied(sentence),
    truth: { kind: 'shape', shape: inOwnForm(trace, shown), batchAdded: trace.form.batchAdded },
  };
}

function comesOut(trace: Trace, at: number, claimed: Shape): boolean {
  const output = trace.layers[at]?.output;
  return output != null && (sameShape(inOwnForm(trace, output), claimed) || sameShape(output, claimed));
}

/** What goes in and what comes out each time; null where no two sizes follow each other. */
function sizesInTurn(
  sentence: string,
  context: Context,
): {
  readonly input: Shape;
  readonly outputs: readonly Shape[];
  readonly read: readonly StatedShape[];
} | null {
  const shapes = shapesIn(sentence);
  const between = (at: number) => sentence.slice(shapes[at - 1]?.end ?? 0, shapes[at]?.start ?? 0);
  const follows = (at: number) => at > 0 && inTurn.test(between(at));
  const second = shapes.findIndex((_, at) => follows(at));
  if (second === -1) return null;
  const end = shapes.findIndex((_, at) => at > second && !follows(at));
  const run = shapes.slice(second - 1, end === -1 ? undefined : end);
  const outside = shapes.filter((shape) => !run.includes(shape));
  const [input, tooMany] = outside;
  if (tooMany) return null;
  const [first, ...others] = run;
  const led = input !== undefined && shapes.indexOf(input) === second - 2 && leads.test(between(second - 1));
  if (input && (led || input.role === 'input'))
    return { input: input.shape, outputs: run.map(({ shape }) => shape), read: shapes };
  if (input || !first) return null;
  // "28x28 → 14x14 → 7x7" begins with what goes in.
  if (first.role === 'input' || arrow.test(between(second)))
    return { input: first.shape, outputs: others.map(({ shape }) => shape), read: run };
  const before = context.clear ? context.input : null;
  return before && { input: before, outputs: run.map(({ shape }) => shape), read: run };
}
